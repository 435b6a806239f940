import datetime
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.calendar_entry_field import CalendarEntryField
from ...models.calendar_entry_page import CalendarEntryPage
from ...models.calendar_list_locale import CalendarListLocale
from ...models.calendar_sort import CalendarSort
from ...models.order_state_group import OrderStateGroup
from ...models.priority import Priority
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: CalendarSort | Unset = UNSET,
    count: bool | Unset = False,
    branch: list[str] | Unset = UNSET,
    due_from: datetime.datetime | Unset = UNSET,
    due_before: datetime.datetime | Unset = UNSET,
    priority: list[Priority] | Unset = UNSET,
    state_group: list[OrderStateGroup] | Unset = UNSET,
    fields: list[CalendarEntryField] | Unset = UNSET,
    locale: CalendarListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_tenant, Unset):
        headers["X-Tenant"] = x_tenant

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    json_sort: str | Unset = UNSET
    if not isinstance(sort, Unset):
        json_sort = sort

    params["sort"] = json_sort

    params["count"] = count

    json_branch: list[str] | Unset = UNSET
    if not isinstance(branch, Unset):
        json_branch = branch

    params["branch"] = json_branch

    json_due_from: str | Unset = UNSET
    if not isinstance(due_from, Unset):
        json_due_from = due_from.isoformat()
    params["due_from"] = json_due_from

    json_due_before: str | Unset = UNSET
    if not isinstance(due_before, Unset):
        json_due_before = due_before.isoformat()
    params["due_before"] = json_due_before

    json_priority: list[str] | Unset = UNSET
    if not isinstance(priority, Unset):
        json_priority = []
        for priority_item_data in priority:
            priority_item: str = priority_item_data
            json_priority.append(priority_item)

    params["priority"] = json_priority

    json_state_group: list[str] | Unset = UNSET
    if not isinstance(state_group, Unset):
        json_state_group = []
        for state_group_item_data in state_group:
            state_group_item: str = state_group_item_data
            json_state_group.append(state_group_item)

    params["state_group"] = json_state_group

    json_fields: list[str] | Unset = UNSET
    if not isinstance(fields, Unset):
        json_fields = []
        for fields_item_data in fields:
            fields_item: str = fields_item_data
            json_fields.append(fields_item)

    params["fields"] = json_fields

    json_locale: str | Unset = UNSET
    if not isinstance(locale, Unset):
        json_locale = locale

    params["locale"] = json_locale

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/calendar",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> CalendarEntryPage | Problem | None:
    if response.status_code == 200:
        response_200 = CalendarEntryPage.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

    if response.status_code == 429:
        response_429 = Problem.from_dict(response.json())

        return response_429

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[CalendarEntryPage | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: CalendarSort | Unset = UNSET,
    count: bool | Unset = False,
    branch: list[str] | Unset = UNSET,
    due_from: datetime.datetime | Unset = UNSET,
    due_before: datetime.datetime | Unset = UNSET,
    priority: list[Priority] | Unset = UNSET,
    state_group: list[OrderStateGroup] | Unset = UNSET,
    fields: list[CalendarEntryField] | Unset = UNSET,
    locale: CalendarListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[CalendarEntryPage | Problem]:
    """List calendar

     The calendar of due orders, over all branches that the caller's right to see orders reaches.

    Permission: `orders.order.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (CalendarSort | Unset):
        count (bool | Unset):  Default: False.
        branch (list[str] | Unset):
        due_from (datetime.datetime | Unset):
        due_before (datetime.datetime | Unset):
        priority (list[Priority] | Unset):
        state_group (list[OrderStateGroup] | Unset):
        fields (list[CalendarEntryField] | Unset):
        locale (CalendarListLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CalendarEntryPage | Problem]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        branch=branch,
        due_from=due_from,
        due_before=due_before,
        priority=priority,
        state_group=state_group,
        fields=fields,
        locale=locale,
        x_tenant=x_tenant,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: CalendarSort | Unset = UNSET,
    count: bool | Unset = False,
    branch: list[str] | Unset = UNSET,
    due_from: datetime.datetime | Unset = UNSET,
    due_before: datetime.datetime | Unset = UNSET,
    priority: list[Priority] | Unset = UNSET,
    state_group: list[OrderStateGroup] | Unset = UNSET,
    fields: list[CalendarEntryField] | Unset = UNSET,
    locale: CalendarListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> CalendarEntryPage | Problem | None:
    """List calendar

     The calendar of due orders, over all branches that the caller's right to see orders reaches.

    Permission: `orders.order.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (CalendarSort | Unset):
        count (bool | Unset):  Default: False.
        branch (list[str] | Unset):
        due_from (datetime.datetime | Unset):
        due_before (datetime.datetime | Unset):
        priority (list[Priority] | Unset):
        state_group (list[OrderStateGroup] | Unset):
        fields (list[CalendarEntryField] | Unset):
        locale (CalendarListLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CalendarEntryPage | Problem
    """

    return sync_detailed(
        client=client,
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        branch=branch,
        due_from=due_from,
        due_before=due_before,
        priority=priority,
        state_group=state_group,
        fields=fields,
        locale=locale,
        x_tenant=x_tenant,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: CalendarSort | Unset = UNSET,
    count: bool | Unset = False,
    branch: list[str] | Unset = UNSET,
    due_from: datetime.datetime | Unset = UNSET,
    due_before: datetime.datetime | Unset = UNSET,
    priority: list[Priority] | Unset = UNSET,
    state_group: list[OrderStateGroup] | Unset = UNSET,
    fields: list[CalendarEntryField] | Unset = UNSET,
    locale: CalendarListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[CalendarEntryPage | Problem]:
    """List calendar

     The calendar of due orders, over all branches that the caller's right to see orders reaches.

    Permission: `orders.order.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (CalendarSort | Unset):
        count (bool | Unset):  Default: False.
        branch (list[str] | Unset):
        due_from (datetime.datetime | Unset):
        due_before (datetime.datetime | Unset):
        priority (list[Priority] | Unset):
        state_group (list[OrderStateGroup] | Unset):
        fields (list[CalendarEntryField] | Unset):
        locale (CalendarListLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CalendarEntryPage | Problem]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        branch=branch,
        due_from=due_from,
        due_before=due_before,
        priority=priority,
        state_group=state_group,
        fields=fields,
        locale=locale,
        x_tenant=x_tenant,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: CalendarSort | Unset = UNSET,
    count: bool | Unset = False,
    branch: list[str] | Unset = UNSET,
    due_from: datetime.datetime | Unset = UNSET,
    due_before: datetime.datetime | Unset = UNSET,
    priority: list[Priority] | Unset = UNSET,
    state_group: list[OrderStateGroup] | Unset = UNSET,
    fields: list[CalendarEntryField] | Unset = UNSET,
    locale: CalendarListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> CalendarEntryPage | Problem | None:
    """List calendar

     The calendar of due orders, over all branches that the caller's right to see orders reaches.

    Permission: `orders.order.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (CalendarSort | Unset):
        count (bool | Unset):  Default: False.
        branch (list[str] | Unset):
        due_from (datetime.datetime | Unset):
        due_before (datetime.datetime | Unset):
        priority (list[Priority] | Unset):
        state_group (list[OrderStateGroup] | Unset):
        fields (list[CalendarEntryField] | Unset):
        locale (CalendarListLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CalendarEntryPage | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            limit=limit,
            cursor=cursor,
            sort=sort,
            count=count,
            branch=branch,
            due_from=due_from,
            due_before=due_before,
            priority=priority,
            state_group=state_group,
            fields=fields,
            locale=locale,
            x_tenant=x_tenant,
        )
    ).parsed

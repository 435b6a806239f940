import datetime
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.order_field import OrderField
from ...models.order_page import OrderPage
from ...models.order_relation import OrderRelation
from ...models.order_source import OrderSource
from ...models.order_state_group import OrderStateGroup
from ...models.orders_list_locale import OrdersListLocale
from ...models.orders_sort import OrdersSort
from ...models.priority import Priority
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: OrdersSort | Unset = UNSET,
    count: bool | Unset = False,
    state: str | Unset = UNSET,
    state_group: list[OrderStateGroup] | Unset = UNSET,
    priority: list[Priority] | Unset = UNSET,
    source: list[OrderSource] | Unset = UNSET,
    customer: list[str] | Unset = UNSET,
    branch: list[str] | Unset = UNSET,
    placed_from: datetime.datetime | Unset = UNSET,
    placed_before: datetime.datetime | Unset = UNSET,
    due_from: datetime.datetime | Unset = UNSET,
    due_before: datetime.datetime | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[OrderField] | Unset = UNSET,
    locale: OrdersListLocale | Unset = UNSET,
    expand: list[OrderRelation] | Unset = UNSET,
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

    params["state"] = state

    json_state_group: list[str] | Unset = UNSET
    if not isinstance(state_group, Unset):
        json_state_group = []
        for state_group_item_data in state_group:
            state_group_item: str = state_group_item_data
            json_state_group.append(state_group_item)

    params["state_group"] = json_state_group

    json_priority: list[str] | Unset = UNSET
    if not isinstance(priority, Unset):
        json_priority = []
        for priority_item_data in priority:
            priority_item: str = priority_item_data
            json_priority.append(priority_item)

    params["priority"] = json_priority

    json_source: list[str] | Unset = UNSET
    if not isinstance(source, Unset):
        json_source = []
        for source_item_data in source:
            source_item: str = source_item_data
            json_source.append(source_item)

    params["source"] = json_source

    json_customer: list[str] | Unset = UNSET
    if not isinstance(customer, Unset):
        json_customer = customer

    params["customer"] = json_customer

    json_branch: list[str] | Unset = UNSET
    if not isinstance(branch, Unset):
        json_branch = branch

    params["branch"] = json_branch

    json_placed_from: str | Unset = UNSET
    if not isinstance(placed_from, Unset):
        json_placed_from = placed_from.isoformat()
    params["placed_from"] = json_placed_from

    json_placed_before: str | Unset = UNSET
    if not isinstance(placed_before, Unset):
        json_placed_before = placed_before.isoformat()
    params["placed_before"] = json_placed_before

    json_due_from: str | Unset = UNSET
    if not isinstance(due_from, Unset):
        json_due_from = due_from.isoformat()
    params["due_from"] = json_due_from

    json_due_before: str | Unset = UNSET
    if not isinstance(due_before, Unset):
        json_due_before = due_before.isoformat()
    params["due_before"] = json_due_before

    params["q"] = q

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

    json_expand: list[str] | Unset = UNSET
    if not isinstance(expand, Unset):
        json_expand = []
        for expand_item_data in expand:
            expand_item: str = expand_item_data
            json_expand.append(expand_item)

    params["expand"] = json_expand

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/orders",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> OrderPage | Problem | None:
    if response.status_code == 200:
        response_200 = OrderPage.from_dict(response.json())

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
) -> Response[OrderPage | Problem]:
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
    sort: OrdersSort | Unset = UNSET,
    count: bool | Unset = False,
    state: str | Unset = UNSET,
    state_group: list[OrderStateGroup] | Unset = UNSET,
    priority: list[Priority] | Unset = UNSET,
    source: list[OrderSource] | Unset = UNSET,
    customer: list[str] | Unset = UNSET,
    branch: list[str] | Unset = UNSET,
    placed_from: datetime.datetime | Unset = UNSET,
    placed_before: datetime.datetime | Unset = UNSET,
    due_from: datetime.datetime | Unset = UNSET,
    due_before: datetime.datetime | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[OrderField] | Unset = UNSET,
    locale: OrdersListLocale | Unset = UNSET,
    expand: list[OrderRelation] | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[OrderPage | Problem]:
    """List orders

     Orders, from placement to completion.

    Permission: `orders.order.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (OrdersSort | Unset):
        count (bool | Unset):  Default: False.
        state (str | Unset):
        state_group (list[OrderStateGroup] | Unset):
        priority (list[Priority] | Unset):
        source (list[OrderSource] | Unset):
        customer (list[str] | Unset):
        branch (list[str] | Unset):
        placed_from (datetime.datetime | Unset):
        placed_before (datetime.datetime | Unset):
        due_from (datetime.datetime | Unset):
        due_before (datetime.datetime | Unset):
        q (str | Unset):
        fields (list[OrderField] | Unset):
        locale (OrdersListLocale | Unset):
        expand (list[OrderRelation] | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OrderPage | Problem]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        state=state,
        state_group=state_group,
        priority=priority,
        source=source,
        customer=customer,
        branch=branch,
        placed_from=placed_from,
        placed_before=placed_before,
        due_from=due_from,
        due_before=due_before,
        q=q,
        fields=fields,
        locale=locale,
        expand=expand,
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
    sort: OrdersSort | Unset = UNSET,
    count: bool | Unset = False,
    state: str | Unset = UNSET,
    state_group: list[OrderStateGroup] | Unset = UNSET,
    priority: list[Priority] | Unset = UNSET,
    source: list[OrderSource] | Unset = UNSET,
    customer: list[str] | Unset = UNSET,
    branch: list[str] | Unset = UNSET,
    placed_from: datetime.datetime | Unset = UNSET,
    placed_before: datetime.datetime | Unset = UNSET,
    due_from: datetime.datetime | Unset = UNSET,
    due_before: datetime.datetime | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[OrderField] | Unset = UNSET,
    locale: OrdersListLocale | Unset = UNSET,
    expand: list[OrderRelation] | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> OrderPage | Problem | None:
    """List orders

     Orders, from placement to completion.

    Permission: `orders.order.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (OrdersSort | Unset):
        count (bool | Unset):  Default: False.
        state (str | Unset):
        state_group (list[OrderStateGroup] | Unset):
        priority (list[Priority] | Unset):
        source (list[OrderSource] | Unset):
        customer (list[str] | Unset):
        branch (list[str] | Unset):
        placed_from (datetime.datetime | Unset):
        placed_before (datetime.datetime | Unset):
        due_from (datetime.datetime | Unset):
        due_before (datetime.datetime | Unset):
        q (str | Unset):
        fields (list[OrderField] | Unset):
        locale (OrdersListLocale | Unset):
        expand (list[OrderRelation] | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OrderPage | Problem
    """

    return sync_detailed(
        client=client,
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        state=state,
        state_group=state_group,
        priority=priority,
        source=source,
        customer=customer,
        branch=branch,
        placed_from=placed_from,
        placed_before=placed_before,
        due_from=due_from,
        due_before=due_before,
        q=q,
        fields=fields,
        locale=locale,
        expand=expand,
        x_tenant=x_tenant,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: OrdersSort | Unset = UNSET,
    count: bool | Unset = False,
    state: str | Unset = UNSET,
    state_group: list[OrderStateGroup] | Unset = UNSET,
    priority: list[Priority] | Unset = UNSET,
    source: list[OrderSource] | Unset = UNSET,
    customer: list[str] | Unset = UNSET,
    branch: list[str] | Unset = UNSET,
    placed_from: datetime.datetime | Unset = UNSET,
    placed_before: datetime.datetime | Unset = UNSET,
    due_from: datetime.datetime | Unset = UNSET,
    due_before: datetime.datetime | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[OrderField] | Unset = UNSET,
    locale: OrdersListLocale | Unset = UNSET,
    expand: list[OrderRelation] | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[OrderPage | Problem]:
    """List orders

     Orders, from placement to completion.

    Permission: `orders.order.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (OrdersSort | Unset):
        count (bool | Unset):  Default: False.
        state (str | Unset):
        state_group (list[OrderStateGroup] | Unset):
        priority (list[Priority] | Unset):
        source (list[OrderSource] | Unset):
        customer (list[str] | Unset):
        branch (list[str] | Unset):
        placed_from (datetime.datetime | Unset):
        placed_before (datetime.datetime | Unset):
        due_from (datetime.datetime | Unset):
        due_before (datetime.datetime | Unset):
        q (str | Unset):
        fields (list[OrderField] | Unset):
        locale (OrdersListLocale | Unset):
        expand (list[OrderRelation] | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OrderPage | Problem]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        state=state,
        state_group=state_group,
        priority=priority,
        source=source,
        customer=customer,
        branch=branch,
        placed_from=placed_from,
        placed_before=placed_before,
        due_from=due_from,
        due_before=due_before,
        q=q,
        fields=fields,
        locale=locale,
        expand=expand,
        x_tenant=x_tenant,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: OrdersSort | Unset = UNSET,
    count: bool | Unset = False,
    state: str | Unset = UNSET,
    state_group: list[OrderStateGroup] | Unset = UNSET,
    priority: list[Priority] | Unset = UNSET,
    source: list[OrderSource] | Unset = UNSET,
    customer: list[str] | Unset = UNSET,
    branch: list[str] | Unset = UNSET,
    placed_from: datetime.datetime | Unset = UNSET,
    placed_before: datetime.datetime | Unset = UNSET,
    due_from: datetime.datetime | Unset = UNSET,
    due_before: datetime.datetime | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[OrderField] | Unset = UNSET,
    locale: OrdersListLocale | Unset = UNSET,
    expand: list[OrderRelation] | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> OrderPage | Problem | None:
    """List orders

     Orders, from placement to completion.

    Permission: `orders.order.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (OrdersSort | Unset):
        count (bool | Unset):  Default: False.
        state (str | Unset):
        state_group (list[OrderStateGroup] | Unset):
        priority (list[Priority] | Unset):
        source (list[OrderSource] | Unset):
        customer (list[str] | Unset):
        branch (list[str] | Unset):
        placed_from (datetime.datetime | Unset):
        placed_before (datetime.datetime | Unset):
        due_from (datetime.datetime | Unset):
        due_before (datetime.datetime | Unset):
        q (str | Unset):
        fields (list[OrderField] | Unset):
        locale (OrdersListLocale | Unset):
        expand (list[OrderRelation] | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OrderPage | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            limit=limit,
            cursor=cursor,
            sort=sort,
            count=count,
            state=state,
            state_group=state_group,
            priority=priority,
            source=source,
            customer=customer,
            branch=branch,
            placed_from=placed_from,
            placed_before=placed_before,
            due_from=due_from,
            due_before=due_before,
            q=q,
            fields=fields,
            locale=locale,
            expand=expand,
            x_tenant=x_tenant,
        )
    ).parsed

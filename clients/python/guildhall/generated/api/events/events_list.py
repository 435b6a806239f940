import datetime
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.event_field import EventField
from ...models.event_page import EventPage
from ...models.events_list_locale import EventsListLocale
from ...models.events_sort import EventsSort
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: EventsSort | Unset = UNSET,
    count: bool | Unset = False,
    after: str | Unset = UNSET,
    type_: str | Unset = UNSET,
    occurred_from: datetime.datetime | Unset = UNSET,
    occurred_before: datetime.datetime | Unset = UNSET,
    fields: list[EventField] | Unset = UNSET,
    locale: EventsListLocale | Unset = UNSET,
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

    params["after"] = after

    params["type"] = type_

    json_occurred_from: str | Unset = UNSET
    if not isinstance(occurred_from, Unset):
        json_occurred_from = occurred_from.isoformat()
    params["occurred_from"] = json_occurred_from

    json_occurred_before: str | Unset = UNSET
    if not isinstance(occurred_before, Unset):
        json_occurred_before = occurred_before.isoformat()
    params["occurred_before"] = json_occurred_before

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
        "url": "/api/v1/events",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> EventPage | Problem | None:
    if response.status_code == 200:
        response_200 = EventPage.from_dict(response.json())

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
) -> Response[EventPage | Problem]:
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
    sort: EventsSort | Unset = UNSET,
    count: bool | Unset = False,
    after: str | Unset = UNSET,
    type_: str | Unset = UNSET,
    occurred_from: datetime.datetime | Unset = UNSET,
    occurred_before: datetime.datetime | Unset = UNSET,
    fields: list[EventField] | Unset = UNSET,
    locale: EventsListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[EventPage | Problem]:
    """List events

     Everything that happened in the business, in one order that never changes: read it as a log.

    Permission: `events.event.view`.

    Refusals: `event_cursor_unknown`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (EventsSort | Unset):
        count (bool | Unset):  Default: False.
        after (str | Unset):
        type_ (str | Unset):
        occurred_from (datetime.datetime | Unset):
        occurred_before (datetime.datetime | Unset):
        fields (list[EventField] | Unset):
        locale (EventsListLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[EventPage | Problem]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        after=after,
        type_=type_,
        occurred_from=occurred_from,
        occurred_before=occurred_before,
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
    sort: EventsSort | Unset = UNSET,
    count: bool | Unset = False,
    after: str | Unset = UNSET,
    type_: str | Unset = UNSET,
    occurred_from: datetime.datetime | Unset = UNSET,
    occurred_before: datetime.datetime | Unset = UNSET,
    fields: list[EventField] | Unset = UNSET,
    locale: EventsListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> EventPage | Problem | None:
    """List events

     Everything that happened in the business, in one order that never changes: read it as a log.

    Permission: `events.event.view`.

    Refusals: `event_cursor_unknown`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (EventsSort | Unset):
        count (bool | Unset):  Default: False.
        after (str | Unset):
        type_ (str | Unset):
        occurred_from (datetime.datetime | Unset):
        occurred_before (datetime.datetime | Unset):
        fields (list[EventField] | Unset):
        locale (EventsListLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        EventPage | Problem
    """

    return sync_detailed(
        client=client,
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        after=after,
        type_=type_,
        occurred_from=occurred_from,
        occurred_before=occurred_before,
        fields=fields,
        locale=locale,
        x_tenant=x_tenant,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: EventsSort | Unset = UNSET,
    count: bool | Unset = False,
    after: str | Unset = UNSET,
    type_: str | Unset = UNSET,
    occurred_from: datetime.datetime | Unset = UNSET,
    occurred_before: datetime.datetime | Unset = UNSET,
    fields: list[EventField] | Unset = UNSET,
    locale: EventsListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[EventPage | Problem]:
    """List events

     Everything that happened in the business, in one order that never changes: read it as a log.

    Permission: `events.event.view`.

    Refusals: `event_cursor_unknown`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (EventsSort | Unset):
        count (bool | Unset):  Default: False.
        after (str | Unset):
        type_ (str | Unset):
        occurred_from (datetime.datetime | Unset):
        occurred_before (datetime.datetime | Unset):
        fields (list[EventField] | Unset):
        locale (EventsListLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[EventPage | Problem]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        after=after,
        type_=type_,
        occurred_from=occurred_from,
        occurred_before=occurred_before,
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
    sort: EventsSort | Unset = UNSET,
    count: bool | Unset = False,
    after: str | Unset = UNSET,
    type_: str | Unset = UNSET,
    occurred_from: datetime.datetime | Unset = UNSET,
    occurred_before: datetime.datetime | Unset = UNSET,
    fields: list[EventField] | Unset = UNSET,
    locale: EventsListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> EventPage | Problem | None:
    """List events

     Everything that happened in the business, in one order that never changes: read it as a log.

    Permission: `events.event.view`.

    Refusals: `event_cursor_unknown`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (EventsSort | Unset):
        count (bool | Unset):  Default: False.
        after (str | Unset):
        type_ (str | Unset):
        occurred_from (datetime.datetime | Unset):
        occurred_before (datetime.datetime | Unset):
        fields (list[EventField] | Unset):
        locale (EventsListLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        EventPage | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            limit=limit,
            cursor=cursor,
            sort=sort,
            count=count,
            after=after,
            type_=type_,
            occurred_from=occurred_from,
            occurred_before=occurred_before,
            fields=fields,
            locale=locale,
            x_tenant=x_tenant,
        )
    ).parsed

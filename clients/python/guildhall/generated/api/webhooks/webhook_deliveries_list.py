import datetime
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.webhook_deliveries_list_locale import (
    WebhookDeliveriesListLocale,
)
from ...models.webhook_deliveries_sort import WebhookDeliveriesSort
from ...models.webhook_delivery_field import WebhookDeliveryField
from ...models.webhook_delivery_page import WebhookDeliveryPage
from ...models.webhook_delivery_state import WebhookDeliveryState
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: WebhookDeliveriesSort | Unset = UNSET,
    count: bool | Unset = False,
    endpoint: list[str] | Unset = UNSET,
    event: list[str] | Unset = UNSET,
    event_type: str | Unset = UNSET,
    state: list[WebhookDeliveryState] | Unset = UNSET,
    created_from: datetime.datetime | Unset = UNSET,
    created_before: datetime.datetime | Unset = UNSET,
    fields: list[WebhookDeliveryField] | Unset = UNSET,
    locale: WebhookDeliveriesListLocale | Unset = UNSET,
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

    json_endpoint: list[str] | Unset = UNSET
    if not isinstance(endpoint, Unset):
        json_endpoint = endpoint

    params["endpoint"] = json_endpoint

    json_event: list[str] | Unset = UNSET
    if not isinstance(event, Unset):
        json_event = event

    params["event"] = json_event

    params["event_type"] = event_type

    json_state: list[str] | Unset = UNSET
    if not isinstance(state, Unset):
        json_state = []
        for state_item_data in state:
            state_item: str = state_item_data
            json_state.append(state_item)

    params["state"] = json_state

    json_created_from: str | Unset = UNSET
    if not isinstance(created_from, Unset):
        json_created_from = created_from.isoformat()
    params["created_from"] = json_created_from

    json_created_before: str | Unset = UNSET
    if not isinstance(created_before, Unset):
        json_created_before = created_before.isoformat()
    params["created_before"] = json_created_before

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
        "url": "/api/v1/webhook-deliveries",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | WebhookDeliveryPage | None:
    if response.status_code == 200:
        response_200 = WebhookDeliveryPage.from_dict(response.json())

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
) -> Response[Problem | WebhookDeliveryPage]:
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
    sort: WebhookDeliveriesSort | Unset = UNSET,
    count: bool | Unset = False,
    endpoint: list[str] | Unset = UNSET,
    event: list[str] | Unset = UNSET,
    event_type: str | Unset = UNSET,
    state: list[WebhookDeliveryState] | Unset = UNSET,
    created_from: datetime.datetime | Unset = UNSET,
    created_before: datetime.datetime | Unset = UNSET,
    fields: list[WebhookDeliveryField] | Unset = UNSET,
    locale: WebhookDeliveriesListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[Problem | WebhookDeliveryPage]:
    """List webhook_deliveries

     The log: each event on its way to each endpoint, attempt by attempt.

    Permission: `webhooks.endpoint.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (WebhookDeliveriesSort | Unset):
        count (bool | Unset):  Default: False.
        endpoint (list[str] | Unset):
        event (list[str] | Unset):
        event_type (str | Unset):
        state (list[WebhookDeliveryState] | Unset):
        created_from (datetime.datetime | Unset):
        created_before (datetime.datetime | Unset):
        fields (list[WebhookDeliveryField] | Unset):
        locale (WebhookDeliveriesListLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | WebhookDeliveryPage]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        endpoint=endpoint,
        event=event,
        event_type=event_type,
        state=state,
        created_from=created_from,
        created_before=created_before,
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
    sort: WebhookDeliveriesSort | Unset = UNSET,
    count: bool | Unset = False,
    endpoint: list[str] | Unset = UNSET,
    event: list[str] | Unset = UNSET,
    event_type: str | Unset = UNSET,
    state: list[WebhookDeliveryState] | Unset = UNSET,
    created_from: datetime.datetime | Unset = UNSET,
    created_before: datetime.datetime | Unset = UNSET,
    fields: list[WebhookDeliveryField] | Unset = UNSET,
    locale: WebhookDeliveriesListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Problem | WebhookDeliveryPage | None:
    """List webhook_deliveries

     The log: each event on its way to each endpoint, attempt by attempt.

    Permission: `webhooks.endpoint.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (WebhookDeliveriesSort | Unset):
        count (bool | Unset):  Default: False.
        endpoint (list[str] | Unset):
        event (list[str] | Unset):
        event_type (str | Unset):
        state (list[WebhookDeliveryState] | Unset):
        created_from (datetime.datetime | Unset):
        created_before (datetime.datetime | Unset):
        fields (list[WebhookDeliveryField] | Unset):
        locale (WebhookDeliveriesListLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | WebhookDeliveryPage
    """

    return sync_detailed(
        client=client,
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        endpoint=endpoint,
        event=event,
        event_type=event_type,
        state=state,
        created_from=created_from,
        created_before=created_before,
        fields=fields,
        locale=locale,
        x_tenant=x_tenant,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: WebhookDeliveriesSort | Unset = UNSET,
    count: bool | Unset = False,
    endpoint: list[str] | Unset = UNSET,
    event: list[str] | Unset = UNSET,
    event_type: str | Unset = UNSET,
    state: list[WebhookDeliveryState] | Unset = UNSET,
    created_from: datetime.datetime | Unset = UNSET,
    created_before: datetime.datetime | Unset = UNSET,
    fields: list[WebhookDeliveryField] | Unset = UNSET,
    locale: WebhookDeliveriesListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[Problem | WebhookDeliveryPage]:
    """List webhook_deliveries

     The log: each event on its way to each endpoint, attempt by attempt.

    Permission: `webhooks.endpoint.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (WebhookDeliveriesSort | Unset):
        count (bool | Unset):  Default: False.
        endpoint (list[str] | Unset):
        event (list[str] | Unset):
        event_type (str | Unset):
        state (list[WebhookDeliveryState] | Unset):
        created_from (datetime.datetime | Unset):
        created_before (datetime.datetime | Unset):
        fields (list[WebhookDeliveryField] | Unset):
        locale (WebhookDeliveriesListLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | WebhookDeliveryPage]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        endpoint=endpoint,
        event=event,
        event_type=event_type,
        state=state,
        created_from=created_from,
        created_before=created_before,
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
    sort: WebhookDeliveriesSort | Unset = UNSET,
    count: bool | Unset = False,
    endpoint: list[str] | Unset = UNSET,
    event: list[str] | Unset = UNSET,
    event_type: str | Unset = UNSET,
    state: list[WebhookDeliveryState] | Unset = UNSET,
    created_from: datetime.datetime | Unset = UNSET,
    created_before: datetime.datetime | Unset = UNSET,
    fields: list[WebhookDeliveryField] | Unset = UNSET,
    locale: WebhookDeliveriesListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Problem | WebhookDeliveryPage | None:
    """List webhook_deliveries

     The log: each event on its way to each endpoint, attempt by attempt.

    Permission: `webhooks.endpoint.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (WebhookDeliveriesSort | Unset):
        count (bool | Unset):  Default: False.
        endpoint (list[str] | Unset):
        event (list[str] | Unset):
        event_type (str | Unset):
        state (list[WebhookDeliveryState] | Unset):
        created_from (datetime.datetime | Unset):
        created_before (datetime.datetime | Unset):
        fields (list[WebhookDeliveryField] | Unset):
        locale (WebhookDeliveriesListLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | WebhookDeliveryPage
    """

    return (
        await asyncio_detailed(
            client=client,
            limit=limit,
            cursor=cursor,
            sort=sort,
            count=count,
            endpoint=endpoint,
            event=event,
            event_type=event_type,
            state=state,
            created_from=created_from,
            created_before=created_before,
            fields=fields,
            locale=locale,
            x_tenant=x_tenant,
        )
    ).parsed

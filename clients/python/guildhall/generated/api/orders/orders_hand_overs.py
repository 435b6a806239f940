from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.hand_over_direction import HandOverDirection
from ...models.order_hand_over_field import OrderHandOverField
from ...models.order_hand_over_slice import OrderHandOverSlice
from ...models.orders_hand_overs_locale import OrdersHandOversLocale
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    direction: HandOverDirection | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    fields: list[OrderHandOverField] | Unset = UNSET,
    locale: OrdersHandOversLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_tenant, Unset):
        headers["X-Tenant"] = x_tenant

    params: dict[str, Any] = {}

    json_direction: str | Unset = UNSET
    if not isinstance(direction, Unset):
        json_direction = direction

    params["direction"] = json_direction

    params["limit"] = limit

    params["cursor"] = cursor

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
        "url": "/api/v1/orders/hand-overs",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> OrderHandOverSlice | Problem | None:
    if response.status_code == 200:
        response_200 = OrderHandOverSlice.from_dict(response.json())

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
) -> Response[OrderHandOverSlice | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    direction: HandOverDirection | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    fields: list[OrderHandOverField] | Unset = UNSET,
    locale: OrdersHandOversLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[OrderHandOverSlice | Problem]:
    """List the orders that are offered to the caller's branches, or by them to others

     List the orders that are offered to the caller's branches, or by them to others.

    Permission: `orders.order.hand_over`.

    Args:
        direction (HandOverDirection | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        fields (list[OrderHandOverField] | Unset):
        locale (OrdersHandOversLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OrderHandOverSlice | Problem]
    """

    kwargs = _get_kwargs(
        direction=direction,
        limit=limit,
        cursor=cursor,
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
    direction: HandOverDirection | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    fields: list[OrderHandOverField] | Unset = UNSET,
    locale: OrdersHandOversLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> OrderHandOverSlice | Problem | None:
    """List the orders that are offered to the caller's branches, or by them to others

     List the orders that are offered to the caller's branches, or by them to others.

    Permission: `orders.order.hand_over`.

    Args:
        direction (HandOverDirection | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        fields (list[OrderHandOverField] | Unset):
        locale (OrdersHandOversLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OrderHandOverSlice | Problem
    """

    return sync_detailed(
        client=client,
        direction=direction,
        limit=limit,
        cursor=cursor,
        fields=fields,
        locale=locale,
        x_tenant=x_tenant,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    direction: HandOverDirection | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    fields: list[OrderHandOverField] | Unset = UNSET,
    locale: OrdersHandOversLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[OrderHandOverSlice | Problem]:
    """List the orders that are offered to the caller's branches, or by them to others

     List the orders that are offered to the caller's branches, or by them to others.

    Permission: `orders.order.hand_over`.

    Args:
        direction (HandOverDirection | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        fields (list[OrderHandOverField] | Unset):
        locale (OrdersHandOversLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OrderHandOverSlice | Problem]
    """

    kwargs = _get_kwargs(
        direction=direction,
        limit=limit,
        cursor=cursor,
        fields=fields,
        locale=locale,
        x_tenant=x_tenant,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    direction: HandOverDirection | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    fields: list[OrderHandOverField] | Unset = UNSET,
    locale: OrdersHandOversLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> OrderHandOverSlice | Problem | None:
    """List the orders that are offered to the caller's branches, or by them to others

     List the orders that are offered to the caller's branches, or by them to others.

    Permission: `orders.order.hand_over`.

    Args:
        direction (HandOverDirection | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        fields (list[OrderHandOverField] | Unset):
        locale (OrdersHandOversLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OrderHandOverSlice | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            direction=direction,
            limit=limit,
            cursor=cursor,
            fields=fields,
            locale=locale,
            x_tenant=x_tenant,
        )
    ).parsed

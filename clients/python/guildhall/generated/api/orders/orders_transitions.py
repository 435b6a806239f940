from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.order_move_field import OrderMoveField
from ...models.order_move_list import OrderMoveList
from ...models.orders_transitions_locale import OrdersTransitionsLocale
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    id: str,
    *,
    fields: list[OrderMoveField] | Unset = UNSET,
    locale: OrdersTransitionsLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_tenant, Unset):
        headers["X-Tenant"] = x_tenant

    params: dict[str, Any] = {}

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
        "url": "/api/v1/orders/{id}/transitions".format(
            id=quote(str(id), safe=""),
        ),
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | OrderMoveList | Problem | None:
    if response.status_code == 200:
        response_200 = OrderMoveList.from_dict(response.json())

        return response_200

    if response.status_code == 304:
        response_304 = cast(Any, None)
        return response_304

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
) -> Response[Any | OrderMoveList | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    id: str,
    *,
    client: AuthenticatedClient,
    fields: list[OrderMoveField] | Unset = UNSET,
    locale: OrdersTransitionsLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[Any | OrderMoveList | Problem]:
    """List the transitions that the state allows, and what each still waits for

     List the transitions that the state allows, and what each still waits for.

    Permission: `orders.order.view`.

    Args:
        id (str):
        fields (list[OrderMoveField] | Unset):
        locale (OrdersTransitionsLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | OrderMoveList | Problem]
    """

    kwargs = _get_kwargs(
        id=id,
        fields=fields,
        locale=locale,
        x_tenant=x_tenant,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    id: str,
    *,
    client: AuthenticatedClient,
    fields: list[OrderMoveField] | Unset = UNSET,
    locale: OrdersTransitionsLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Any | OrderMoveList | Problem | None:
    """List the transitions that the state allows, and what each still waits for

     List the transitions that the state allows, and what each still waits for.

    Permission: `orders.order.view`.

    Args:
        id (str):
        fields (list[OrderMoveField] | Unset):
        locale (OrdersTransitionsLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | OrderMoveList | Problem
    """

    return sync_detailed(
        id=id,
        client=client,
        fields=fields,
        locale=locale,
        x_tenant=x_tenant,
    ).parsed


async def asyncio_detailed(
    id: str,
    *,
    client: AuthenticatedClient,
    fields: list[OrderMoveField] | Unset = UNSET,
    locale: OrdersTransitionsLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[Any | OrderMoveList | Problem]:
    """List the transitions that the state allows, and what each still waits for

     List the transitions that the state allows, and what each still waits for.

    Permission: `orders.order.view`.

    Args:
        id (str):
        fields (list[OrderMoveField] | Unset):
        locale (OrdersTransitionsLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | OrderMoveList | Problem]
    """

    kwargs = _get_kwargs(
        id=id,
        fields=fields,
        locale=locale,
        x_tenant=x_tenant,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    id: str,
    *,
    client: AuthenticatedClient,
    fields: list[OrderMoveField] | Unset = UNSET,
    locale: OrdersTransitionsLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Any | OrderMoveList | Problem | None:
    """List the transitions that the state allows, and what each still waits for

     List the transitions that the state allows, and what each still waits for.

    Permission: `orders.order.view`.

    Args:
        id (str):
        fields (list[OrderMoveField] | Unset):
        locale (OrdersTransitionsLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | OrderMoveList | Problem
    """

    return (
        await asyncio_detailed(
            id=id,
            client=client,
            fields=fields,
            locale=locale,
            x_tenant=x_tenant,
        )
    ).parsed

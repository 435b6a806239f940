from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.customer import Customer
from ...models.identity_in import IdentityIn
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    id: str,
    *,
    body: IdentityIn,
    x_tenant: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_tenant, Unset):
        headers["X-Tenant"] = x_tenant

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/customers/{id}/identity".format(
            id=quote(str(id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Customer | Problem | None:
    if response.status_code == 200:
        response_200 = Customer.from_dict(response.json())

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

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

    if response.status_code == 412:
        response_412 = Problem.from_dict(response.json())

        return response_412

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = Problem.from_dict(response.json())

        return response_415

    if response.status_code == 429:
        response_429 = Problem.from_dict(response.json())

        return response_429

    if response.status_code == 503:
        response_503 = Problem.from_dict(response.json())

        return response_503

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Customer | Problem]:
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
    body: IdentityIn,
    x_tenant: str | Unset = UNSET,
) -> Response[Customer | Problem]:
    """Keeps the customer's identity document; its number is sealed at rest. The one before is replaced

     Keeps the customer's identity document; its number is sealed at rest. The one before is replaced.

    Permission: `customers.customer.update`.

    Refusals: `customer_merged`.

    Args:
        id (str):
        x_tenant (str | Unset):
        body (IdentityIn): An identity document to keep.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Customer | Problem]
    """

    kwargs = _get_kwargs(
        id=id,
        body=body,
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
    body: IdentityIn,
    x_tenant: str | Unset = UNSET,
) -> Customer | Problem | None:
    """Keeps the customer's identity document; its number is sealed at rest. The one before is replaced

     Keeps the customer's identity document; its number is sealed at rest. The one before is replaced.

    Permission: `customers.customer.update`.

    Refusals: `customer_merged`.

    Args:
        id (str):
        x_tenant (str | Unset):
        body (IdentityIn): An identity document to keep.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Customer | Problem
    """

    return sync_detailed(
        id=id,
        client=client,
        body=body,
        x_tenant=x_tenant,
    ).parsed


async def asyncio_detailed(
    id: str,
    *,
    client: AuthenticatedClient,
    body: IdentityIn,
    x_tenant: str | Unset = UNSET,
) -> Response[Customer | Problem]:
    """Keeps the customer's identity document; its number is sealed at rest. The one before is replaced

     Keeps the customer's identity document; its number is sealed at rest. The one before is replaced.

    Permission: `customers.customer.update`.

    Refusals: `customer_merged`.

    Args:
        id (str):
        x_tenant (str | Unset):
        body (IdentityIn): An identity document to keep.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Customer | Problem]
    """

    kwargs = _get_kwargs(
        id=id,
        body=body,
        x_tenant=x_tenant,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    id: str,
    *,
    client: AuthenticatedClient,
    body: IdentityIn,
    x_tenant: str | Unset = UNSET,
) -> Customer | Problem | None:
    """Keeps the customer's identity document; its number is sealed at rest. The one before is replaced

     Keeps the customer's identity document; its number is sealed at rest. The one before is replaced.

    Permission: `customers.customer.update`.

    Refusals: `customer_merged`.

    Args:
        id (str):
        x_tenant (str | Unset):
        body (IdentityIn): An identity document to keep.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Customer | Problem
    """

    return (
        await asyncio_detailed(
            id=id,
            client=client,
            body=body,
            x_tenant=x_tenant,
        )
    ).parsed

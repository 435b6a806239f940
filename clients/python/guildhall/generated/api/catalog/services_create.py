from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.service import Service
from ...models.service_create import ServiceCreate
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: ServiceCreate,
    idempotency_key: str | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    if not isinstance(x_tenant, Unset):
        headers["X-Tenant"] = x_tenant

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/services",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | Service | None:
    if response.status_code == 201:
        response_201 = Service.from_dict(response.json())

        return response_201

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 402:
        response_402 = Problem.from_dict(response.json())

        return response_402

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = Problem.from_dict(response.json())

        return response_415

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())

        return response_422

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
) -> Response[Problem | Service]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: ServiceCreate,
    idempotency_key: str | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[Problem | Service]:
    """Create one of services

     Services: the work that the business sells, by page, document, copy, item or hour.

    Permission: `catalog.service.manage`.

    Refusals: `catalog_code_taken`, `ledger_account_earns_nothing`, `ledger_account_is_heading`,
    `ledger_account_not_usable`, `limit_reached`, `option_schema_invalid`, `reference_not_found`.

    Args:
        idempotency_key (str | Unset):
        x_tenant (str | Unset):
        body (ServiceCreate): A service to add.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | Service]
    """

    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
        x_tenant=x_tenant,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: ServiceCreate,
    idempotency_key: str | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Problem | Service | None:
    """Create one of services

     Services: the work that the business sells, by page, document, copy, item or hour.

    Permission: `catalog.service.manage`.

    Refusals: `catalog_code_taken`, `ledger_account_earns_nothing`, `ledger_account_is_heading`,
    `ledger_account_not_usable`, `limit_reached`, `option_schema_invalid`, `reference_not_found`.

    Args:
        idempotency_key (str | Unset):
        x_tenant (str | Unset):
        body (ServiceCreate): A service to add.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | Service
    """

    return sync_detailed(
        client=client,
        body=body,
        idempotency_key=idempotency_key,
        x_tenant=x_tenant,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: ServiceCreate,
    idempotency_key: str | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[Problem | Service]:
    """Create one of services

     Services: the work that the business sells, by page, document, copy, item or hour.

    Permission: `catalog.service.manage`.

    Refusals: `catalog_code_taken`, `ledger_account_earns_nothing`, `ledger_account_is_heading`,
    `ledger_account_not_usable`, `limit_reached`, `option_schema_invalid`, `reference_not_found`.

    Args:
        idempotency_key (str | Unset):
        x_tenant (str | Unset):
        body (ServiceCreate): A service to add.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | Service]
    """

    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
        x_tenant=x_tenant,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: ServiceCreate,
    idempotency_key: str | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Problem | Service | None:
    """Create one of services

     Services: the work that the business sells, by page, document, copy, item or hour.

    Permission: `catalog.service.manage`.

    Refusals: `catalog_code_taken`, `ledger_account_earns_nothing`, `ledger_account_is_heading`,
    `ledger_account_not_usable`, `limit_reached`, `option_schema_invalid`, `reference_not_found`.

    Args:
        idempotency_key (str | Unset):
        x_tenant (str | Unset):
        body (ServiceCreate): A service to add.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | Service
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            idempotency_key=idempotency_key,
            x_tenant=x_tenant,
        )
    ).parsed

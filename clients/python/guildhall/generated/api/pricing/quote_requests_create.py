from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.quote_create import QuoteCreate
from ...models.quote_request import QuoteRequest
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: QuoteCreate,
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
        "url": "/api/v1/quote-requests",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | QuoteRequest | None:
    if response.status_code == 202:
        response_202 = QuoteRequest.from_dict(response.json())

        return response_202

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
) -> Response[Problem | QuoteRequest]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: QuoteCreate,
    idempotency_key: str | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[Problem | QuoteRequest]:
    """Create one of quote_requests

     Ask for a quote whose files may still be read. Where they all are, it is ready in the answer.

    Permission: `pricing.quote.create`.

    Refusals: `branch_closed`, `customer_inactive`, `due_in_past`, `invalid`, `line_item_ambiguous`,
    `permission_denied`, `price_rule_missing`, `price_too_large`, `reference_not_found`,
    `tax_rate_missing`.

    Args:
        idempotency_key (str | Unset):
        x_tenant (str | Unset):
        body (QuoteCreate): What to price.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | QuoteRequest]
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
    body: QuoteCreate,
    idempotency_key: str | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Problem | QuoteRequest | None:
    """Create one of quote_requests

     Ask for a quote whose files may still be read. Where they all are, it is ready in the answer.

    Permission: `pricing.quote.create`.

    Refusals: `branch_closed`, `customer_inactive`, `due_in_past`, `invalid`, `line_item_ambiguous`,
    `permission_denied`, `price_rule_missing`, `price_too_large`, `reference_not_found`,
    `tax_rate_missing`.

    Args:
        idempotency_key (str | Unset):
        x_tenant (str | Unset):
        body (QuoteCreate): What to price.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | QuoteRequest
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
    body: QuoteCreate,
    idempotency_key: str | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[Problem | QuoteRequest]:
    """Create one of quote_requests

     Ask for a quote whose files may still be read. Where they all are, it is ready in the answer.

    Permission: `pricing.quote.create`.

    Refusals: `branch_closed`, `customer_inactive`, `due_in_past`, `invalid`, `line_item_ambiguous`,
    `permission_denied`, `price_rule_missing`, `price_too_large`, `reference_not_found`,
    `tax_rate_missing`.

    Args:
        idempotency_key (str | Unset):
        x_tenant (str | Unset):
        body (QuoteCreate): What to price.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | QuoteRequest]
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
    body: QuoteCreate,
    idempotency_key: str | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Problem | QuoteRequest | None:
    """Create one of quote_requests

     Ask for a quote whose files may still be read. Where they all are, it is ready in the answer.

    Permission: `pricing.quote.create`.

    Refusals: `branch_closed`, `customer_inactive`, `due_in_past`, `invalid`, `line_item_ambiguous`,
    `permission_denied`, `price_rule_missing`, `price_too_large`, `reference_not_found`,
    `tax_rate_missing`.

    Args:
        idempotency_key (str | Unset):
        x_tenant (str | Unset):
        body (QuoteCreate): What to price.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | QuoteRequest
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            idempotency_key=idempotency_key,
            x_tenant=x_tenant,
        )
    ).parsed

from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.quote_request import QuoteRequest
from ...types import UNSET, Response, Unset


def _get_kwargs(
    id: str,
    *,
    idempotency_key: str | Unset = UNSET,
    if_match: str | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    if not isinstance(x_tenant, Unset):
        headers["X-Tenant"] = x_tenant

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/quote-requests/{id}/cancellation".format(
            id=quote(str(id), safe=""),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | QuoteRequest | None:
    if response.status_code == 200:
        response_200 = QuoteRequest.from_dict(response.json())

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
    id: str,
    *,
    client: AuthenticatedClient,
    idempotency_key: str | Unset = UNSET,
    if_match: str | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[Problem | QuoteRequest]:
    """Wait no more for a quote that was asked for; there will be none

     Wait no more for a quote that was asked for; there will be none.

    Permission: `pricing.quote.create`.

    Refusals: `quote_request_settled`.

    Args:
        id (str):
        idempotency_key (str | Unset):
        if_match (str | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | QuoteRequest]
    """

    kwargs = _get_kwargs(
        id=id,
        idempotency_key=idempotency_key,
        if_match=if_match,
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
    idempotency_key: str | Unset = UNSET,
    if_match: str | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Problem | QuoteRequest | None:
    """Wait no more for a quote that was asked for; there will be none

     Wait no more for a quote that was asked for; there will be none.

    Permission: `pricing.quote.create`.

    Refusals: `quote_request_settled`.

    Args:
        id (str):
        idempotency_key (str | Unset):
        if_match (str | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | QuoteRequest
    """

    return sync_detailed(
        id=id,
        client=client,
        idempotency_key=idempotency_key,
        if_match=if_match,
        x_tenant=x_tenant,
    ).parsed


async def asyncio_detailed(
    id: str,
    *,
    client: AuthenticatedClient,
    idempotency_key: str | Unset = UNSET,
    if_match: str | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[Problem | QuoteRequest]:
    """Wait no more for a quote that was asked for; there will be none

     Wait no more for a quote that was asked for; there will be none.

    Permission: `pricing.quote.create`.

    Refusals: `quote_request_settled`.

    Args:
        id (str):
        idempotency_key (str | Unset):
        if_match (str | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | QuoteRequest]
    """

    kwargs = _get_kwargs(
        id=id,
        idempotency_key=idempotency_key,
        if_match=if_match,
        x_tenant=x_tenant,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    id: str,
    *,
    client: AuthenticatedClient,
    idempotency_key: str | Unset = UNSET,
    if_match: str | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Problem | QuoteRequest | None:
    """Wait no more for a quote that was asked for; there will be none

     Wait no more for a quote that was asked for; there will be none.

    Permission: `pricing.quote.create`.

    Refusals: `quote_request_settled`.

    Args:
        id (str):
        idempotency_key (str | Unset):
        if_match (str | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | QuoteRequest
    """

    return (
        await asyncio_detailed(
            id=id,
            client=client,
            idempotency_key=idempotency_key,
            if_match=if_match,
            x_tenant=x_tenant,
        )
    ).parsed

from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.refresh_request import RefreshRequest
from ...models.token_pair import TokenPair
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: RefreshRequest,
    x_tenant: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_tenant, Unset):
        headers["X-Tenant"] = x_tenant

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/auth/tokens/refresh",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | TokenPair | None:
    if response.status_code == 200:
        response_200 = TokenPair.from_dict(response.json())

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
) -> Response[Problem | TokenPair]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: RefreshRequest,
    x_tenant: str | Unset = UNSET,
) -> Response[Problem | TokenPair]:
    """Renews a session. A refresh token is good once; using an old one again ends the session

     Renews a session. A refresh token is good once; using an old one again ends the session. Only the
    one just before, within 10 seconds (two tabs, a lost answer), gets the same successor again.

    Refusals: `network_not_allowed`, `refresh_reused`, `session_ended`, `token_expired`,
    `token_invalid`.

    Args:
        x_tenant (str | Unset):
        body (RefreshRequest): A refresh token.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | TokenPair]
    """

    kwargs = _get_kwargs(
        body=body,
        x_tenant=x_tenant,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: RefreshRequest,
    x_tenant: str | Unset = UNSET,
) -> Problem | TokenPair | None:
    """Renews a session. A refresh token is good once; using an old one again ends the session

     Renews a session. A refresh token is good once; using an old one again ends the session. Only the
    one just before, within 10 seconds (two tabs, a lost answer), gets the same successor again.

    Refusals: `network_not_allowed`, `refresh_reused`, `session_ended`, `token_expired`,
    `token_invalid`.

    Args:
        x_tenant (str | Unset):
        body (RefreshRequest): A refresh token.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | TokenPair
    """

    return sync_detailed(
        client=client,
        body=body,
        x_tenant=x_tenant,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: RefreshRequest,
    x_tenant: str | Unset = UNSET,
) -> Response[Problem | TokenPair]:
    """Renews a session. A refresh token is good once; using an old one again ends the session

     Renews a session. A refresh token is good once; using an old one again ends the session. Only the
    one just before, within 10 seconds (two tabs, a lost answer), gets the same successor again.

    Refusals: `network_not_allowed`, `refresh_reused`, `session_ended`, `token_expired`,
    `token_invalid`.

    Args:
        x_tenant (str | Unset):
        body (RefreshRequest): A refresh token.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | TokenPair]
    """

    kwargs = _get_kwargs(
        body=body,
        x_tenant=x_tenant,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: RefreshRequest,
    x_tenant: str | Unset = UNSET,
) -> Problem | TokenPair | None:
    """Renews a session. A refresh token is good once; using an old one again ends the session

     Renews a session. A refresh token is good once; using an old one again ends the session. Only the
    one just before, within 10 seconds (two tabs, a lost answer), gets the same successor again.

    Refusals: `network_not_allowed`, `refresh_reused`, `session_ended`, `token_expired`,
    `token_invalid`.

    Args:
        x_tenant (str | Unset):
        body (RefreshRequest): A refresh token.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | TokenPair
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            x_tenant=x_tenant,
        )
    ).parsed

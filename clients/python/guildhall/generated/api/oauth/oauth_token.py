from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.o_auth_error import OAuthError
from ...models.o_auth_token import OAuthToken
from ...models.problem import Problem
from ...models.token_in import TokenIn
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: TokenIn | TokenIn | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_tenant, Unset):
        headers["X-Tenant"] = x_tenant

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/oauth/token",
    }

    if isinstance(body, TokenIn):
        _kwargs["json"] = body.to_dict()

        headers["Content-Type"] = "application/json"
    if isinstance(body, TokenIn):
        _kwargs["data"] = body.to_dict()
        headers["Content-Type"] = "application/x-www-form-urlencoded"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> OAuthError | OAuthToken | Problem | None:
    if response.status_code == 200:
        response_200 = OAuthToken.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = OAuthError.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = OAuthError.from_dict(response.json())

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
) -> Response[OAuthError | OAuthToken | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: TokenIn | TokenIn | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[OAuthError | OAuthToken | Problem]:
    """Gives an access token for a code with its PKCE verifier, a refresh token, or client credentials

     Gives an access token for a code with its PKCE verifier, a refresh token, or client credentials. An
    application shows its secret by `Authorization: Basic` or in the body. Values that fit the schema
    and are not right are 400 `invalid_grant` or `invalid_scope`, or 401 `invalid_client` (RFC 6749,
    5.2).

    Args:
        x_tenant (str | Unset):
        body (TokenIn): A token request (RFC 6749, 4.1.3, 4.4.2 and 6; RFC 7636, 4.5).
        body (TokenIn): A token request (RFC 6749, 4.1.3, 4.4.2 and 6; RFC 7636, 4.5).

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OAuthError | OAuthToken | Problem]
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
    body: TokenIn | TokenIn | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> OAuthError | OAuthToken | Problem | None:
    """Gives an access token for a code with its PKCE verifier, a refresh token, or client credentials

     Gives an access token for a code with its PKCE verifier, a refresh token, or client credentials. An
    application shows its secret by `Authorization: Basic` or in the body. Values that fit the schema
    and are not right are 400 `invalid_grant` or `invalid_scope`, or 401 `invalid_client` (RFC 6749,
    5.2).

    Args:
        x_tenant (str | Unset):
        body (TokenIn): A token request (RFC 6749, 4.1.3, 4.4.2 and 6; RFC 7636, 4.5).
        body (TokenIn): A token request (RFC 6749, 4.1.3, 4.4.2 and 6; RFC 7636, 4.5).

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OAuthError | OAuthToken | Problem
    """

    return sync_detailed(
        client=client,
        body=body,
        x_tenant=x_tenant,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: TokenIn | TokenIn | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[OAuthError | OAuthToken | Problem]:
    """Gives an access token for a code with its PKCE verifier, a refresh token, or client credentials

     Gives an access token for a code with its PKCE verifier, a refresh token, or client credentials. An
    application shows its secret by `Authorization: Basic` or in the body. Values that fit the schema
    and are not right are 400 `invalid_grant` or `invalid_scope`, or 401 `invalid_client` (RFC 6749,
    5.2).

    Args:
        x_tenant (str | Unset):
        body (TokenIn): A token request (RFC 6749, 4.1.3, 4.4.2 and 6; RFC 7636, 4.5).
        body (TokenIn): A token request (RFC 6749, 4.1.3, 4.4.2 and 6; RFC 7636, 4.5).

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OAuthError | OAuthToken | Problem]
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
    body: TokenIn | TokenIn | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> OAuthError | OAuthToken | Problem | None:
    """Gives an access token for a code with its PKCE verifier, a refresh token, or client credentials

     Gives an access token for a code with its PKCE verifier, a refresh token, or client credentials. An
    application shows its secret by `Authorization: Basic` or in the body. Values that fit the schema
    and are not right are 400 `invalid_grant` or `invalid_scope`, or 401 `invalid_client` (RFC 6749,
    5.2).

    Args:
        x_tenant (str | Unset):
        body (TokenIn): A token request (RFC 6749, 4.1.3, 4.4.2 and 6; RFC 7636, 4.5).
        body (TokenIn): A token request (RFC 6749, 4.1.3, 4.4.2 and 6; RFC 7636, 4.5).

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OAuthError | OAuthToken | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            x_tenant=x_tenant,
        )
    ).parsed

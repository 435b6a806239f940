from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.authorization_in import AuthorizationIn
from ...models.problem import Problem
from ...models.redirect import Redirect
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: AuthorizationIn,
    x_tenant: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_tenant, Unset):
        headers["X-Tenant"] = x_tenant

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/oauth/authorization",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | Redirect | None:
    if response.status_code == 200:
        response_200 = Redirect.from_dict(response.json())

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
) -> Response[Problem | Redirect]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: AuthorizationIn,
    x_tenant: str | Unset = UNSET,
) -> Response[Problem | Redirect]:
    """Grants or denies an application's request. Send the user to `redirect_to`

     Grants or denies an application's request. Send the user to `redirect_to`.

    Refusals: `credential_restricted`, `not_while_impersonating`, `oauth_request_invalid`.

    Args:
        x_tenant (str | Unset):
        body (AuthorizationIn): An authorization request with the user's answer.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | Redirect]
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
    body: AuthorizationIn,
    x_tenant: str | Unset = UNSET,
) -> Problem | Redirect | None:
    """Grants or denies an application's request. Send the user to `redirect_to`

     Grants or denies an application's request. Send the user to `redirect_to`.

    Refusals: `credential_restricted`, `not_while_impersonating`, `oauth_request_invalid`.

    Args:
        x_tenant (str | Unset):
        body (AuthorizationIn): An authorization request with the user's answer.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | Redirect
    """

    return sync_detailed(
        client=client,
        body=body,
        x_tenant=x_tenant,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: AuthorizationIn,
    x_tenant: str | Unset = UNSET,
) -> Response[Problem | Redirect]:
    """Grants or denies an application's request. Send the user to `redirect_to`

     Grants or denies an application's request. Send the user to `redirect_to`.

    Refusals: `credential_restricted`, `not_while_impersonating`, `oauth_request_invalid`.

    Args:
        x_tenant (str | Unset):
        body (AuthorizationIn): An authorization request with the user's answer.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | Redirect]
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
    body: AuthorizationIn,
    x_tenant: str | Unset = UNSET,
) -> Problem | Redirect | None:
    """Grants or denies an application's request. Send the user to `redirect_to`

     Grants or denies an application's request. Send the user to `redirect_to`.

    Refusals: `credential_restricted`, `not_while_impersonating`, `oauth_request_invalid`.

    Args:
        x_tenant (str | Unset):
        body (AuthorizationIn): An authorization request with the user's answer.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | Redirect
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            x_tenant=x_tenant,
        )
    ).parsed

from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.introspection import Introspection
from ...models.introspection_in import IntrospectionIn
from ...models.o_auth_error import OAuthError
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: IntrospectionIn | IntrospectionIn | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_tenant, Unset):
        headers["X-Tenant"] = x_tenant

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/oauth/introspect",
    }

    if isinstance(body, IntrospectionIn):
        _kwargs["json"] = body.to_dict()

        headers["Content-Type"] = "application/json"
    if isinstance(body, IntrospectionIn):
        _kwargs["data"] = body.to_dict()
        headers["Content-Type"] = "application/x-www-form-urlencoded"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Introspection | OAuthError | Problem | None:
    if response.status_code == 200:
        response_200 = Introspection.from_dict(response.json())

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
) -> Response[Introspection | OAuthError | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: IntrospectionIn | IntrospectionIn | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[Introspection | OAuthError | Problem]:
    """Tells an application what its own token stands for (RFC 7662). Programs without a secret may not ask

     Tells an application what its own token stands for (RFC 7662). Programs without a secret may not
    ask. Of a token that is over, unknown or another application's it tells only that it is not active.

    Args:
        x_tenant (str | Unset):
        body (IntrospectionIn): An introspection request (RFC 7662, 2.1).
        body (IntrospectionIn): An introspection request (RFC 7662, 2.1).

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Introspection | OAuthError | Problem]
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
    body: IntrospectionIn | IntrospectionIn | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Introspection | OAuthError | Problem | None:
    """Tells an application what its own token stands for (RFC 7662). Programs without a secret may not ask

     Tells an application what its own token stands for (RFC 7662). Programs without a secret may not
    ask. Of a token that is over, unknown or another application's it tells only that it is not active.

    Args:
        x_tenant (str | Unset):
        body (IntrospectionIn): An introspection request (RFC 7662, 2.1).
        body (IntrospectionIn): An introspection request (RFC 7662, 2.1).

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Introspection | OAuthError | Problem
    """

    return sync_detailed(
        client=client,
        body=body,
        x_tenant=x_tenant,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: IntrospectionIn | IntrospectionIn | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[Introspection | OAuthError | Problem]:
    """Tells an application what its own token stands for (RFC 7662). Programs without a secret may not ask

     Tells an application what its own token stands for (RFC 7662). Programs without a secret may not
    ask. Of a token that is over, unknown or another application's it tells only that it is not active.

    Args:
        x_tenant (str | Unset):
        body (IntrospectionIn): An introspection request (RFC 7662, 2.1).
        body (IntrospectionIn): An introspection request (RFC 7662, 2.1).

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Introspection | OAuthError | Problem]
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
    body: IntrospectionIn | IntrospectionIn | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Introspection | OAuthError | Problem | None:
    """Tells an application what its own token stands for (RFC 7662). Programs without a secret may not ask

     Tells an application what its own token stands for (RFC 7662). Programs without a secret may not
    ask. Of a token that is over, unknown or another application's it tells only that it is not active.

    Args:
        x_tenant (str | Unset):
        body (IntrospectionIn): An introspection request (RFC 7662, 2.1).
        body (IntrospectionIn): An introspection request (RFC 7662, 2.1).

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Introspection | OAuthError | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            x_tenant=x_tenant,
        )
    ).parsed

from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.impersonation_create import ImpersonationCreate
from ...models.impersonation_started import ImpersonationStarted
from ...models.problem import Problem
from ...types import Response


def _get_kwargs(
    *,
    body: ImpersonationCreate,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/platform/impersonations",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ImpersonationStarted | Problem | None:
    if response.status_code == 201:
        response_201 = ImpersonationStarted.from_dict(response.json())

        return response_201

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
) -> Response[ImpersonationStarted | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: ImpersonationCreate,
) -> Response[ImpersonationStarted | Problem]:
    """Create one of impersonations

     Lets the operator act as a user of a business, with that user's rights. What only the user may do
    (password, second factors, keys, sign-in names) is refused with `not_while_impersonating`. Every
    entry of the business's audit log names the operator.

    Permission: `platform.tenant.impersonate`.

    Refusals: `reference_not_found`, `tenant_not_open`, `user_not_active`.

    Args:
        body (ImpersonationCreate): As whom an operator is to act, why, and for how long.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ImpersonationStarted | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: ImpersonationCreate,
) -> ImpersonationStarted | Problem | None:
    """Create one of impersonations

     Lets the operator act as a user of a business, with that user's rights. What only the user may do
    (password, second factors, keys, sign-in names) is refused with `not_while_impersonating`. Every
    entry of the business's audit log names the operator.

    Permission: `platform.tenant.impersonate`.

    Refusals: `reference_not_found`, `tenant_not_open`, `user_not_active`.

    Args:
        body (ImpersonationCreate): As whom an operator is to act, why, and for how long.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ImpersonationStarted | Problem
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: ImpersonationCreate,
) -> Response[ImpersonationStarted | Problem]:
    """Create one of impersonations

     Lets the operator act as a user of a business, with that user's rights. What only the user may do
    (password, second factors, keys, sign-in names) is refused with `not_while_impersonating`. Every
    entry of the business's audit log names the operator.

    Permission: `platform.tenant.impersonate`.

    Refusals: `reference_not_found`, `tenant_not_open`, `user_not_active`.

    Args:
        body (ImpersonationCreate): As whom an operator is to act, why, and for how long.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ImpersonationStarted | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: ImpersonationCreate,
) -> ImpersonationStarted | Problem | None:
    """Create one of impersonations

     Lets the operator act as a user of a business, with that user's rights. What only the user may do
    (password, second factors, keys, sign-in names) is refused with `not_while_impersonating`. Every
    entry of the business's audit log names the operator.

    Permission: `platform.tenant.impersonate`.

    Refusals: `reference_not_found`, `tenant_not_open`, `user_not_active`.

    Args:
        body (ImpersonationCreate): As whom an operator is to act, why, and for how long.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ImpersonationStarted | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed

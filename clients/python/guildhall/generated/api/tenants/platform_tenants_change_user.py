from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.tenant_user import TenantUser
from ...models.tenant_user_change import TenantUserChange
from ...types import UNSET, Response, Unset


def _get_kwargs(
    id: str,
    *,
    body: TenantUserChange,
    idempotency_key: str | Unset = UNSET,
    if_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/platform/tenants/{id}/users/changes".format(
            id=quote(str(id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | TenantUser | None:
    if response.status_code == 200:
        response_200 = TenantUser.from_dict(response.json())

        return response_200

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

    if response.status_code == 412:
        response_412 = Problem.from_dict(response.json())

        return response_412

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
) -> Response[Problem | TenantUser]:
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
    body: TenantUserChange,
    idempotency_key: str | Unset = UNSET,
    if_match: str | Unset = UNSET,
) -> Response[Problem | TenantUser]:
    """Changes a user of the business whom its own people cannot help, under the business's rules

     Changes a user of the business whom its own people cannot help, under the business's rules. The
    reason is in the business's audit log (`auth.helped`). Roles are the business's own matter.

    Permission: `platform.tenant_user.manage`.

    Refusals: `email_taken`, `last_owner`, `limit_reached`, `phone_taken`, `reference_not_found`,
    `user_not_active`.

    Args:
        id (str):
        idempotency_key (str | Unset):
        if_match (str | Unset):
        body (TenantUserChange): What of a user of a business is to change, and why.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | TenantUser]
    """

    kwargs = _get_kwargs(
        id=id,
        body=body,
        idempotency_key=idempotency_key,
        if_match=if_match,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    id: str,
    *,
    client: AuthenticatedClient,
    body: TenantUserChange,
    idempotency_key: str | Unset = UNSET,
    if_match: str | Unset = UNSET,
) -> Problem | TenantUser | None:
    """Changes a user of the business whom its own people cannot help, under the business's rules

     Changes a user of the business whom its own people cannot help, under the business's rules. The
    reason is in the business's audit log (`auth.helped`). Roles are the business's own matter.

    Permission: `platform.tenant_user.manage`.

    Refusals: `email_taken`, `last_owner`, `limit_reached`, `phone_taken`, `reference_not_found`,
    `user_not_active`.

    Args:
        id (str):
        idempotency_key (str | Unset):
        if_match (str | Unset):
        body (TenantUserChange): What of a user of a business is to change, and why.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | TenantUser
    """

    return sync_detailed(
        id=id,
        client=client,
        body=body,
        idempotency_key=idempotency_key,
        if_match=if_match,
    ).parsed


async def asyncio_detailed(
    id: str,
    *,
    client: AuthenticatedClient,
    body: TenantUserChange,
    idempotency_key: str | Unset = UNSET,
    if_match: str | Unset = UNSET,
) -> Response[Problem | TenantUser]:
    """Changes a user of the business whom its own people cannot help, under the business's rules

     Changes a user of the business whom its own people cannot help, under the business's rules. The
    reason is in the business's audit log (`auth.helped`). Roles are the business's own matter.

    Permission: `platform.tenant_user.manage`.

    Refusals: `email_taken`, `last_owner`, `limit_reached`, `phone_taken`, `reference_not_found`,
    `user_not_active`.

    Args:
        id (str):
        idempotency_key (str | Unset):
        if_match (str | Unset):
        body (TenantUserChange): What of a user of a business is to change, and why.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | TenantUser]
    """

    kwargs = _get_kwargs(
        id=id,
        body=body,
        idempotency_key=idempotency_key,
        if_match=if_match,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    id: str,
    *,
    client: AuthenticatedClient,
    body: TenantUserChange,
    idempotency_key: str | Unset = UNSET,
    if_match: str | Unset = UNSET,
) -> Problem | TenantUser | None:
    """Changes a user of the business whom its own people cannot help, under the business's rules

     Changes a user of the business whom its own people cannot help, under the business's rules. The
    reason is in the business's audit log (`auth.helped`). Roles are the business's own matter.

    Permission: `platform.tenant_user.manage`.

    Refusals: `email_taken`, `last_owner`, `limit_reached`, `phone_taken`, `reference_not_found`,
    `user_not_active`.

    Args:
        id (str):
        idempotency_key (str | Unset):
        if_match (str | Unset):
        body (TenantUserChange): What of a user of a business is to change, and why.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | TenantUser
    """

    return (
        await asyncio_detailed(
            id=id,
            client=client,
            body=body,
            idempotency_key=idempotency_key,
            if_match=if_match,
        )
    ).parsed

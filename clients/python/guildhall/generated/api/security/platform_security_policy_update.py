from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.security_policy import SecurityPolicy
from ...models.security_policy_update import SecurityPolicyUpdate
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: SecurityPolicyUpdate,
    if_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "patch",
        "url": "/api/v1/platform/security/policy",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | SecurityPolicy | None:
    if response.status_code == 200:
        response_200 = SecurityPolicy.from_dict(response.json())

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
) -> Response[Problem | SecurityPolicy]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: SecurityPolicyUpdate,
    if_match: str | Unset = UNSET,
) -> Response[Problem | SecurityPolicy]:
    """Change platform_security_policy

     The operator's rules of security: for operators, and for the operator's own logs.

    Permission: `accounts.policy.manage`.

    Refusals: `credential_restricted`, `invalid`, `login_throttled`, `not_while_impersonating`,
    `password_required`, `password_wrong`, `permission_escalation`, `second_factor_required`.

    Args:
        if_match (str | Unset):
        body (SecurityPolicyUpdate): Changes: of a group only what is given, of a list the whole.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | SecurityPolicy]
    """

    kwargs = _get_kwargs(
        body=body,
        if_match=if_match,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: SecurityPolicyUpdate,
    if_match: str | Unset = UNSET,
) -> Problem | SecurityPolicy | None:
    """Change platform_security_policy

     The operator's rules of security: for operators, and for the operator's own logs.

    Permission: `accounts.policy.manage`.

    Refusals: `credential_restricted`, `invalid`, `login_throttled`, `not_while_impersonating`,
    `password_required`, `password_wrong`, `permission_escalation`, `second_factor_required`.

    Args:
        if_match (str | Unset):
        body (SecurityPolicyUpdate): Changes: of a group only what is given, of a list the whole.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | SecurityPolicy
    """

    return sync_detailed(
        client=client,
        body=body,
        if_match=if_match,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: SecurityPolicyUpdate,
    if_match: str | Unset = UNSET,
) -> Response[Problem | SecurityPolicy]:
    """Change platform_security_policy

     The operator's rules of security: for operators, and for the operator's own logs.

    Permission: `accounts.policy.manage`.

    Refusals: `credential_restricted`, `invalid`, `login_throttled`, `not_while_impersonating`,
    `password_required`, `password_wrong`, `permission_escalation`, `second_factor_required`.

    Args:
        if_match (str | Unset):
        body (SecurityPolicyUpdate): Changes: of a group only what is given, of a list the whole.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | SecurityPolicy]
    """

    kwargs = _get_kwargs(
        body=body,
        if_match=if_match,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: SecurityPolicyUpdate,
    if_match: str | Unset = UNSET,
) -> Problem | SecurityPolicy | None:
    """Change platform_security_policy

     The operator's rules of security: for operators, and for the operator's own logs.

    Permission: `accounts.policy.manage`.

    Refusals: `credential_restricted`, `invalid`, `login_throttled`, `not_while_impersonating`,
    `password_required`, `password_wrong`, `permission_escalation`, `second_factor_required`.

    Args:
        if_match (str | Unset):
        body (SecurityPolicyUpdate): Changes: of a group only what is given, of a list the whole.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | SecurityPolicy
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            if_match=if_match,
        )
    ).parsed

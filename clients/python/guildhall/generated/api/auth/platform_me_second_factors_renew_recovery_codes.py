from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.new_recovery_codes import NewRecoveryCodes
from ...models.problem import Problem
from ...models.renew_in import RenewIn
from ...types import Response


def _get_kwargs(
    *,
    body: RenewIn,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/platform/me/second-factors/recovery-codes",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> NewRecoveryCodes | Problem | None:
    if response.status_code == 201:
        response_201 = NewRecoveryCodes.from_dict(response.json())

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
) -> Response[NewRecoveryCodes | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: RenewIn,
) -> Response[NewRecoveryCodes | Problem]:
    """Ten new recovery codes, shown this once; the old ones are void

     Ten new recovery codes, shown this once; the old ones are void.

    Refusals: `login_throttled`, `not_while_impersonating`, `password_required`, `password_wrong`,
    `second_factor_missing`, `second_factor_required`.

    Args:
        body (RenewIn): The password, unless a second factor was verified in the last ten minutes.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[NewRecoveryCodes | Problem]
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
    body: RenewIn,
) -> NewRecoveryCodes | Problem | None:
    """Ten new recovery codes, shown this once; the old ones are void

     Ten new recovery codes, shown this once; the old ones are void.

    Refusals: `login_throttled`, `not_while_impersonating`, `password_required`, `password_wrong`,
    `second_factor_missing`, `second_factor_required`.

    Args:
        body (RenewIn): The password, unless a second factor was verified in the last ten minutes.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        NewRecoveryCodes | Problem
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: RenewIn,
) -> Response[NewRecoveryCodes | Problem]:
    """Ten new recovery codes, shown this once; the old ones are void

     Ten new recovery codes, shown this once; the old ones are void.

    Refusals: `login_throttled`, `not_while_impersonating`, `password_required`, `password_wrong`,
    `second_factor_missing`, `second_factor_required`.

    Args:
        body (RenewIn): The password, unless a second factor was verified in the last ten minutes.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[NewRecoveryCodes | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: RenewIn,
) -> NewRecoveryCodes | Problem | None:
    """Ten new recovery codes, shown this once; the old ones are void

     Ten new recovery codes, shown this once; the old ones are void.

    Refusals: `login_throttled`, `not_while_impersonating`, `password_required`, `password_wrong`,
    `second_factor_missing`, `second_factor_required`.

    Args:
        body (RenewIn): The password, unless a second factor was verified in the last ten minutes.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        NewRecoveryCodes | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed

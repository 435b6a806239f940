from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.platform_tenants_users_locale import (
    PlatformTenantsUsersLocale,
)
from ...models.problem import Problem
from ...models.tenant_user_field import TenantUserField
from ...models.tenant_user_slice import TenantUserSlice
from ...types import UNSET, Response, Unset


def _get_kwargs(
    id: str,
    *,
    q: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    fields: list[TenantUserField] | Unset = UNSET,
    locale: PlatformTenantsUsersLocale | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["q"] = q

    params["limit"] = limit

    params["cursor"] = cursor

    json_fields: list[str] | Unset = UNSET
    if not isinstance(fields, Unset):
        json_fields = []
        for fields_item_data in fields:
            fields_item: str = fields_item_data
            json_fields.append(fields_item)

    params["fields"] = json_fields

    json_locale: str | Unset = UNSET
    if not isinstance(locale, Unset):
        json_locale = locale

    params["locale"] = json_locale

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/platform/tenants/{id}/users".format(
            id=quote(str(id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | TenantUserSlice | None:
    if response.status_code == 200:
        response_200 = TenantUserSlice.from_dict(response.json())

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

    if response.status_code == 429:
        response_429 = Problem.from_dict(response.json())

        return response_429

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Problem | TenantUserSlice]:
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
    q: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    fields: list[TenantUserField] | Unset = UNSET,
    locale: PlatformTenantsUsersLocale | Unset = UNSET,
) -> Response[Problem | TenantUserSlice]:
    """The users of the business, newest first; deleted ones are left out

     The users of the business, newest first; deleted ones are left out.

    Permission: `platform.tenant_user.view`.

    Args:
        id (str):
        q (str | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        fields (list[TenantUserField] | Unset):
        locale (PlatformTenantsUsersLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | TenantUserSlice]
    """

    kwargs = _get_kwargs(
        id=id,
        q=q,
        limit=limit,
        cursor=cursor,
        fields=fields,
        locale=locale,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    id: str,
    *,
    client: AuthenticatedClient,
    q: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    fields: list[TenantUserField] | Unset = UNSET,
    locale: PlatformTenantsUsersLocale | Unset = UNSET,
) -> Problem | TenantUserSlice | None:
    """The users of the business, newest first; deleted ones are left out

     The users of the business, newest first; deleted ones are left out.

    Permission: `platform.tenant_user.view`.

    Args:
        id (str):
        q (str | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        fields (list[TenantUserField] | Unset):
        locale (PlatformTenantsUsersLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | TenantUserSlice
    """

    return sync_detailed(
        id=id,
        client=client,
        q=q,
        limit=limit,
        cursor=cursor,
        fields=fields,
        locale=locale,
    ).parsed


async def asyncio_detailed(
    id: str,
    *,
    client: AuthenticatedClient,
    q: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    fields: list[TenantUserField] | Unset = UNSET,
    locale: PlatformTenantsUsersLocale | Unset = UNSET,
) -> Response[Problem | TenantUserSlice]:
    """The users of the business, newest first; deleted ones are left out

     The users of the business, newest first; deleted ones are left out.

    Permission: `platform.tenant_user.view`.

    Args:
        id (str):
        q (str | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        fields (list[TenantUserField] | Unset):
        locale (PlatformTenantsUsersLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | TenantUserSlice]
    """

    kwargs = _get_kwargs(
        id=id,
        q=q,
        limit=limit,
        cursor=cursor,
        fields=fields,
        locale=locale,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    id: str,
    *,
    client: AuthenticatedClient,
    q: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    fields: list[TenantUserField] | Unset = UNSET,
    locale: PlatformTenantsUsersLocale | Unset = UNSET,
) -> Problem | TenantUserSlice | None:
    """The users of the business, newest first; deleted ones are left out

     The users of the business, newest first; deleted ones are left out.

    Permission: `platform.tenant_user.view`.

    Args:
        id (str):
        q (str | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        fields (list[TenantUserField] | Unset):
        locale (PlatformTenantsUsersLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | TenantUserSlice
    """

    return (
        await asyncio_detailed(
            id=id,
            client=client,
            q=q,
            limit=limit,
            cursor=cursor,
            fields=fields,
            locale=locale,
        )
    ).parsed

from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.audit_entry_field import AuditEntryField
from ...models.audit_entry_slice import AuditEntrySlice
from ...models.platform_users_activity_locale import (
    PlatformUsersActivityLocale,
)
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    id: str,
    *,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    fields: list[AuditEntryField] | Unset = UNSET,
    locale: PlatformUsersActivityLocale | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

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
        "url": "/api/v1/platform/users/{id}/activity".format(
            id=quote(str(id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> AuditEntrySlice | Problem | None:
    if response.status_code == 200:
        response_200 = AuditEntrySlice.from_dict(response.json())

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
) -> Response[AuditEntrySlice | Problem]:
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
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    fields: list[AuditEntryField] | Unset = UNSET,
    locale: PlatformUsersActivityLocale | Unset = UNSET,
) -> Response[AuditEntrySlice | Problem]:
    """What a user changed and did, and the user's sign-ins, newest first

     What a user changed and did, and the user's sign-ins, newest first.

    Permission: `audit.entry.view`.

    Args:
        id (str):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        fields (list[AuditEntryField] | Unset):
        locale (PlatformUsersActivityLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AuditEntrySlice | Problem]
    """

    kwargs = _get_kwargs(
        id=id,
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
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    fields: list[AuditEntryField] | Unset = UNSET,
    locale: PlatformUsersActivityLocale | Unset = UNSET,
) -> AuditEntrySlice | Problem | None:
    """What a user changed and did, and the user's sign-ins, newest first

     What a user changed and did, and the user's sign-ins, newest first.

    Permission: `audit.entry.view`.

    Args:
        id (str):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        fields (list[AuditEntryField] | Unset):
        locale (PlatformUsersActivityLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AuditEntrySlice | Problem
    """

    return sync_detailed(
        id=id,
        client=client,
        limit=limit,
        cursor=cursor,
        fields=fields,
        locale=locale,
    ).parsed


async def asyncio_detailed(
    id: str,
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    fields: list[AuditEntryField] | Unset = UNSET,
    locale: PlatformUsersActivityLocale | Unset = UNSET,
) -> Response[AuditEntrySlice | Problem]:
    """What a user changed and did, and the user's sign-ins, newest first

     What a user changed and did, and the user's sign-ins, newest first.

    Permission: `audit.entry.view`.

    Args:
        id (str):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        fields (list[AuditEntryField] | Unset):
        locale (PlatformUsersActivityLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AuditEntrySlice | Problem]
    """

    kwargs = _get_kwargs(
        id=id,
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
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    fields: list[AuditEntryField] | Unset = UNSET,
    locale: PlatformUsersActivityLocale | Unset = UNSET,
) -> AuditEntrySlice | Problem | None:
    """What a user changed and did, and the user's sign-ins, newest first

     What a user changed and did, and the user's sign-ins, newest first.

    Permission: `audit.entry.view`.

    Args:
        id (str):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        fields (list[AuditEntryField] | Unset):
        locale (PlatformUsersActivityLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AuditEntrySlice | Problem
    """

    return (
        await asyncio_detailed(
            id=id,
            client=client,
            limit=limit,
            cursor=cursor,
            fields=fields,
            locale=locale,
        )
    ).parsed

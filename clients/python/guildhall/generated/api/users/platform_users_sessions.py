from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.platform_users_sessions_locale import (
    PlatformUsersSessionsLocale,
)
from ...models.problem import Problem
from ...models.session_field import SessionField
from ...models.session_slice import SessionSlice
from ...types import UNSET, Response, Unset


def _get_kwargs(
    id: str,
    *,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    fields: list[SessionField] | Unset = UNSET,
    locale: PlatformUsersSessionsLocale | Unset = UNSET,
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
        "url": "/api/v1/platform/users/{id}/sessions".format(
            id=quote(str(id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | SessionSlice | None:
    if response.status_code == 200:
        response_200 = SessionSlice.from_dict(response.json())

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
) -> Response[Problem | SessionSlice]:
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
    fields: list[SessionField] | Unset = UNSET,
    locale: PlatformUsersSessionsLocale | Unset = UNSET,
) -> Response[Problem | SessionSlice]:
    """A user's open sessions, newest first

     A user's open sessions, newest first.

    Permission: `accounts.session.view`.

    Args:
        id (str):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        fields (list[SessionField] | Unset):
        locale (PlatformUsersSessionsLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | SessionSlice]
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
    fields: list[SessionField] | Unset = UNSET,
    locale: PlatformUsersSessionsLocale | Unset = UNSET,
) -> Problem | SessionSlice | None:
    """A user's open sessions, newest first

     A user's open sessions, newest first.

    Permission: `accounts.session.view`.

    Args:
        id (str):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        fields (list[SessionField] | Unset):
        locale (PlatformUsersSessionsLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | SessionSlice
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
    fields: list[SessionField] | Unset = UNSET,
    locale: PlatformUsersSessionsLocale | Unset = UNSET,
) -> Response[Problem | SessionSlice]:
    """A user's open sessions, newest first

     A user's open sessions, newest first.

    Permission: `accounts.session.view`.

    Args:
        id (str):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        fields (list[SessionField] | Unset):
        locale (PlatformUsersSessionsLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | SessionSlice]
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
    fields: list[SessionField] | Unset = UNSET,
    locale: PlatformUsersSessionsLocale | Unset = UNSET,
) -> Problem | SessionSlice | None:
    """A user's open sessions, newest first

     A user's open sessions, newest first.

    Permission: `accounts.session.view`.

    Args:
        id (str):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        fields (list[SessionField] | Unset):
        locale (PlatformUsersSessionsLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | SessionSlice
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

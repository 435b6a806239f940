from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.platform_restores_list_locale import (
    PlatformRestoresListLocale,
)
from ...models.problem import Problem
from ...models.restore_field import RestoreField
from ...models.restore_mode import RestoreMode
from ...models.restore_page import RestorePage
from ...models.restore_state import RestoreState
from ...models.restores_sort import RestoresSort
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: RestoresSort | Unset = UNSET,
    count: bool | Unset = False,
    tenant: list[str] | Unset = UNSET,
    backup: list[str] | Unset = UNSET,
    mode: list[RestoreMode] | Unset = UNSET,
    state: list[RestoreState] | Unset = UNSET,
    fields: list[RestoreField] | Unset = UNSET,
    locale: PlatformRestoresListLocale | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    json_sort: str | Unset = UNSET
    if not isinstance(sort, Unset):
        json_sort = sort

    params["sort"] = json_sort

    params["count"] = count

    json_tenant: list[str] | Unset = UNSET
    if not isinstance(tenant, Unset):
        json_tenant = tenant

    params["tenant"] = json_tenant

    json_backup: list[str] | Unset = UNSET
    if not isinstance(backup, Unset):
        json_backup = backup

    params["backup"] = json_backup

    json_mode: list[str] | Unset = UNSET
    if not isinstance(mode, Unset):
        json_mode = []
        for mode_item_data in mode:
            mode_item: str = mode_item_data
            json_mode.append(mode_item)

    params["mode"] = json_mode

    json_state: list[str] | Unset = UNSET
    if not isinstance(state, Unset):
        json_state = []
        for state_item_data in state:
            state_item: str = state_item_data
            json_state.append(state_item)

    params["state"] = json_state

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
        "url": "/api/v1/platform/restores",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | RestorePage | None:
    if response.status_code == 200:
        response_200 = RestorePage.from_dict(response.json())

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
) -> Response[Problem | RestorePage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: RestoresSort | Unset = UNSET,
    count: bool | Unset = False,
    tenant: list[str] | Unset = UNSET,
    backup: list[str] | Unset = UNSET,
    mode: list[RestoreMode] | Unset = UNSET,
    state: list[RestoreState] | Unset = UNSET,
    fields: list[RestoreField] | Unset = UNSET,
    locale: PlatformRestoresListLocale | Unset = UNSET,
) -> Response[Problem | RestorePage]:
    """List restores

     Restores of businesses from backups.

    Permission: `platform.backup.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (RestoresSort | Unset):
        count (bool | Unset):  Default: False.
        tenant (list[str] | Unset):
        backup (list[str] | Unset):
        mode (list[RestoreMode] | Unset):
        state (list[RestoreState] | Unset):
        fields (list[RestoreField] | Unset):
        locale (PlatformRestoresListLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | RestorePage]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        tenant=tenant,
        backup=backup,
        mode=mode,
        state=state,
        fields=fields,
        locale=locale,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: RestoresSort | Unset = UNSET,
    count: bool | Unset = False,
    tenant: list[str] | Unset = UNSET,
    backup: list[str] | Unset = UNSET,
    mode: list[RestoreMode] | Unset = UNSET,
    state: list[RestoreState] | Unset = UNSET,
    fields: list[RestoreField] | Unset = UNSET,
    locale: PlatformRestoresListLocale | Unset = UNSET,
) -> Problem | RestorePage | None:
    """List restores

     Restores of businesses from backups.

    Permission: `platform.backup.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (RestoresSort | Unset):
        count (bool | Unset):  Default: False.
        tenant (list[str] | Unset):
        backup (list[str] | Unset):
        mode (list[RestoreMode] | Unset):
        state (list[RestoreState] | Unset):
        fields (list[RestoreField] | Unset):
        locale (PlatformRestoresListLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | RestorePage
    """

    return sync_detailed(
        client=client,
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        tenant=tenant,
        backup=backup,
        mode=mode,
        state=state,
        fields=fields,
        locale=locale,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: RestoresSort | Unset = UNSET,
    count: bool | Unset = False,
    tenant: list[str] | Unset = UNSET,
    backup: list[str] | Unset = UNSET,
    mode: list[RestoreMode] | Unset = UNSET,
    state: list[RestoreState] | Unset = UNSET,
    fields: list[RestoreField] | Unset = UNSET,
    locale: PlatformRestoresListLocale | Unset = UNSET,
) -> Response[Problem | RestorePage]:
    """List restores

     Restores of businesses from backups.

    Permission: `platform.backup.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (RestoresSort | Unset):
        count (bool | Unset):  Default: False.
        tenant (list[str] | Unset):
        backup (list[str] | Unset):
        mode (list[RestoreMode] | Unset):
        state (list[RestoreState] | Unset):
        fields (list[RestoreField] | Unset):
        locale (PlatformRestoresListLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | RestorePage]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        tenant=tenant,
        backup=backup,
        mode=mode,
        state=state,
        fields=fields,
        locale=locale,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: RestoresSort | Unset = UNSET,
    count: bool | Unset = False,
    tenant: list[str] | Unset = UNSET,
    backup: list[str] | Unset = UNSET,
    mode: list[RestoreMode] | Unset = UNSET,
    state: list[RestoreState] | Unset = UNSET,
    fields: list[RestoreField] | Unset = UNSET,
    locale: PlatformRestoresListLocale | Unset = UNSET,
) -> Problem | RestorePage | None:
    """List restores

     Restores of businesses from backups.

    Permission: `platform.backup.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (RestoresSort | Unset):
        count (bool | Unset):  Default: False.
        tenant (list[str] | Unset):
        backup (list[str] | Unset):
        mode (list[RestoreMode] | Unset):
        state (list[RestoreState] | Unset):
        fields (list[RestoreField] | Unset):
        locale (PlatformRestoresListLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | RestorePage
    """

    return (
        await asyncio_detailed(
            client=client,
            limit=limit,
            cursor=cursor,
            sort=sort,
            count=count,
            tenant=tenant,
            backup=backup,
            mode=mode,
            state=state,
            fields=fields,
            locale=locale,
        )
    ).parsed

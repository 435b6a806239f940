import datetime
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.backup_field import BackupField
from ...models.backup_kind import BackupKind
from ...models.backup_page import BackupPage
from ...models.backup_state import BackupState
from ...models.backup_verification import BackupVerification
from ...models.backups_sort import BackupsSort
from ...models.platform_backups_list_locale import (
    PlatformBackupsListLocale,
)
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: BackupsSort | Unset = UNSET,
    count: bool | Unset = False,
    tenant: list[str] | Unset = UNSET,
    state: list[BackupState] | Unset = UNSET,
    kind: list[BackupKind] | Unset = UNSET,
    verification: list[BackupVerification] | Unset = UNSET,
    created_from: datetime.datetime | Unset = UNSET,
    created_before: datetime.datetime | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[BackupField] | Unset = UNSET,
    locale: PlatformBackupsListLocale | Unset = UNSET,
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

    json_state: list[str] | Unset = UNSET
    if not isinstance(state, Unset):
        json_state = []
        for state_item_data in state:
            state_item: str = state_item_data
            json_state.append(state_item)

    params["state"] = json_state

    json_kind: list[str] | Unset = UNSET
    if not isinstance(kind, Unset):
        json_kind = []
        for kind_item_data in kind:
            kind_item: str = kind_item_data
            json_kind.append(kind_item)

    params["kind"] = json_kind

    json_verification: list[str] | Unset = UNSET
    if not isinstance(verification, Unset):
        json_verification = []
        for verification_item_data in verification:
            verification_item: str = verification_item_data
            json_verification.append(verification_item)

    params["verification"] = json_verification

    json_created_from: str | Unset = UNSET
    if not isinstance(created_from, Unset):
        json_created_from = created_from.isoformat()
    params["created_from"] = json_created_from

    json_created_before: str | Unset = UNSET
    if not isinstance(created_before, Unset):
        json_created_before = created_before.isoformat()
    params["created_before"] = json_created_before

    params["q"] = q

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
        "url": "/api/v1/platform/backups",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> BackupPage | Problem | None:
    if response.status_code == 200:
        response_200 = BackupPage.from_dict(response.json())

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
) -> Response[BackupPage | Problem]:
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
    sort: BackupsSort | Unset = UNSET,
    count: bool | Unset = False,
    tenant: list[str] | Unset = UNSET,
    state: list[BackupState] | Unset = UNSET,
    kind: list[BackupKind] | Unset = UNSET,
    verification: list[BackupVerification] | Unset = UNSET,
    created_from: datetime.datetime | Unset = UNSET,
    created_before: datetime.datetime | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[BackupField] | Unset = UNSET,
    locale: PlatformBackupsListLocale | Unset = UNSET,
) -> Response[BackupPage | Problem]:
    """List backups

     Backups of businesses: encrypted copies of a business's data and files in one or more stores.

    Permission: `platform.backup.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (BackupsSort | Unset):
        count (bool | Unset):  Default: False.
        tenant (list[str] | Unset):
        state (list[BackupState] | Unset):
        kind (list[BackupKind] | Unset):
        verification (list[BackupVerification] | Unset):
        created_from (datetime.datetime | Unset):
        created_before (datetime.datetime | Unset):
        q (str | Unset):
        fields (list[BackupField] | Unset):
        locale (PlatformBackupsListLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BackupPage | Problem]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        tenant=tenant,
        state=state,
        kind=kind,
        verification=verification,
        created_from=created_from,
        created_before=created_before,
        q=q,
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
    sort: BackupsSort | Unset = UNSET,
    count: bool | Unset = False,
    tenant: list[str] | Unset = UNSET,
    state: list[BackupState] | Unset = UNSET,
    kind: list[BackupKind] | Unset = UNSET,
    verification: list[BackupVerification] | Unset = UNSET,
    created_from: datetime.datetime | Unset = UNSET,
    created_before: datetime.datetime | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[BackupField] | Unset = UNSET,
    locale: PlatformBackupsListLocale | Unset = UNSET,
) -> BackupPage | Problem | None:
    """List backups

     Backups of businesses: encrypted copies of a business's data and files in one or more stores.

    Permission: `platform.backup.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (BackupsSort | Unset):
        count (bool | Unset):  Default: False.
        tenant (list[str] | Unset):
        state (list[BackupState] | Unset):
        kind (list[BackupKind] | Unset):
        verification (list[BackupVerification] | Unset):
        created_from (datetime.datetime | Unset):
        created_before (datetime.datetime | Unset):
        q (str | Unset):
        fields (list[BackupField] | Unset):
        locale (PlatformBackupsListLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BackupPage | Problem
    """

    return sync_detailed(
        client=client,
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        tenant=tenant,
        state=state,
        kind=kind,
        verification=verification,
        created_from=created_from,
        created_before=created_before,
        q=q,
        fields=fields,
        locale=locale,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: BackupsSort | Unset = UNSET,
    count: bool | Unset = False,
    tenant: list[str] | Unset = UNSET,
    state: list[BackupState] | Unset = UNSET,
    kind: list[BackupKind] | Unset = UNSET,
    verification: list[BackupVerification] | Unset = UNSET,
    created_from: datetime.datetime | Unset = UNSET,
    created_before: datetime.datetime | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[BackupField] | Unset = UNSET,
    locale: PlatformBackupsListLocale | Unset = UNSET,
) -> Response[BackupPage | Problem]:
    """List backups

     Backups of businesses: encrypted copies of a business's data and files in one or more stores.

    Permission: `platform.backup.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (BackupsSort | Unset):
        count (bool | Unset):  Default: False.
        tenant (list[str] | Unset):
        state (list[BackupState] | Unset):
        kind (list[BackupKind] | Unset):
        verification (list[BackupVerification] | Unset):
        created_from (datetime.datetime | Unset):
        created_before (datetime.datetime | Unset):
        q (str | Unset):
        fields (list[BackupField] | Unset):
        locale (PlatformBackupsListLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BackupPage | Problem]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        tenant=tenant,
        state=state,
        kind=kind,
        verification=verification,
        created_from=created_from,
        created_before=created_before,
        q=q,
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
    sort: BackupsSort | Unset = UNSET,
    count: bool | Unset = False,
    tenant: list[str] | Unset = UNSET,
    state: list[BackupState] | Unset = UNSET,
    kind: list[BackupKind] | Unset = UNSET,
    verification: list[BackupVerification] | Unset = UNSET,
    created_from: datetime.datetime | Unset = UNSET,
    created_before: datetime.datetime | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[BackupField] | Unset = UNSET,
    locale: PlatformBackupsListLocale | Unset = UNSET,
) -> BackupPage | Problem | None:
    """List backups

     Backups of businesses: encrypted copies of a business's data and files in one or more stores.

    Permission: `platform.backup.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (BackupsSort | Unset):
        count (bool | Unset):  Default: False.
        tenant (list[str] | Unset):
        state (list[BackupState] | Unset):
        kind (list[BackupKind] | Unset):
        verification (list[BackupVerification] | Unset):
        created_from (datetime.datetime | Unset):
        created_before (datetime.datetime | Unset):
        q (str | Unset):
        fields (list[BackupField] | Unset):
        locale (PlatformBackupsListLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BackupPage | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            limit=limit,
            cursor=cursor,
            sort=sort,
            count=count,
            tenant=tenant,
            state=state,
            kind=kind,
            verification=verification,
            created_from=created_from,
            created_before=created_before,
            q=q,
            fields=fields,
            locale=locale,
        )
    ).parsed

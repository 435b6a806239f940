import datetime
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.platform_tenants_list_locale import (
    PlatformTenantsListLocale,
)
from ...models.problem import Problem
from ...models.tenant_field import TenantField
from ...models.tenant_page import TenantPage
from ...models.tenant_status import TenantStatus
from ...models.tenants_sort import TenantsSort
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: TenantsSort | Unset = UNSET,
    count: bool | Unset = False,
    status: list[TenantStatus] | Unset = UNSET,
    plan: list[str] | Unset = UNSET,
    without_plan: bool | Unset = UNSET,
    pack: str | Unset = UNSET,
    purge_before: datetime.datetime | Unset = UNSET,
    created_from: datetime.datetime | Unset = UNSET,
    created_before: datetime.datetime | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[TenantField] | Unset = UNSET,
    locale: PlatformTenantsListLocale | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    json_sort: str | Unset = UNSET
    if not isinstance(sort, Unset):
        json_sort = sort

    params["sort"] = json_sort

    params["count"] = count

    json_status: list[str] | Unset = UNSET
    if not isinstance(status, Unset):
        json_status = []
        for status_item_data in status:
            status_item: str = status_item_data
            json_status.append(status_item)

    params["status"] = json_status

    json_plan: list[str] | Unset = UNSET
    if not isinstance(plan, Unset):
        json_plan = plan

    params["plan"] = json_plan

    params["without_plan"] = without_plan

    params["pack"] = pack

    json_purge_before: str | Unset = UNSET
    if not isinstance(purge_before, Unset):
        json_purge_before = purge_before.isoformat()
    params["purge_before"] = json_purge_before

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
        "url": "/api/v1/platform/tenants",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | TenantPage | None:
    if response.status_code == 200:
        response_200 = TenantPage.from_dict(response.json())

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
) -> Response[Problem | TenantPage]:
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
    sort: TenantsSort | Unset = UNSET,
    count: bool | Unset = False,
    status: list[TenantStatus] | Unset = UNSET,
    plan: list[str] | Unset = UNSET,
    without_plan: bool | Unset = UNSET,
    pack: str | Unset = UNSET,
    purge_before: datetime.datetime | Unset = UNSET,
    created_from: datetime.datetime | Unset = UNSET,
    created_before: datetime.datetime | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[TenantField] | Unset = UNSET,
    locale: PlatformTenantsListLocale | Unset = UNSET,
) -> Response[Problem | TenantPage]:
    """List tenants

     Businesses of the installation. Each lives in a schema of its own, which no other can reach.

    Permission: `platform.tenant.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (TenantsSort | Unset):
        count (bool | Unset):  Default: False.
        status (list[TenantStatus] | Unset):
        plan (list[str] | Unset):
        without_plan (bool | Unset):
        pack (str | Unset):
        purge_before (datetime.datetime | Unset):
        created_from (datetime.datetime | Unset):
        created_before (datetime.datetime | Unset):
        q (str | Unset):
        fields (list[TenantField] | Unset):
        locale (PlatformTenantsListLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | TenantPage]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        status=status,
        plan=plan,
        without_plan=without_plan,
        pack=pack,
        purge_before=purge_before,
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
    sort: TenantsSort | Unset = UNSET,
    count: bool | Unset = False,
    status: list[TenantStatus] | Unset = UNSET,
    plan: list[str] | Unset = UNSET,
    without_plan: bool | Unset = UNSET,
    pack: str | Unset = UNSET,
    purge_before: datetime.datetime | Unset = UNSET,
    created_from: datetime.datetime | Unset = UNSET,
    created_before: datetime.datetime | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[TenantField] | Unset = UNSET,
    locale: PlatformTenantsListLocale | Unset = UNSET,
) -> Problem | TenantPage | None:
    """List tenants

     Businesses of the installation. Each lives in a schema of its own, which no other can reach.

    Permission: `platform.tenant.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (TenantsSort | Unset):
        count (bool | Unset):  Default: False.
        status (list[TenantStatus] | Unset):
        plan (list[str] | Unset):
        without_plan (bool | Unset):
        pack (str | Unset):
        purge_before (datetime.datetime | Unset):
        created_from (datetime.datetime | Unset):
        created_before (datetime.datetime | Unset):
        q (str | Unset):
        fields (list[TenantField] | Unset):
        locale (PlatformTenantsListLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | TenantPage
    """

    return sync_detailed(
        client=client,
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        status=status,
        plan=plan,
        without_plan=without_plan,
        pack=pack,
        purge_before=purge_before,
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
    sort: TenantsSort | Unset = UNSET,
    count: bool | Unset = False,
    status: list[TenantStatus] | Unset = UNSET,
    plan: list[str] | Unset = UNSET,
    without_plan: bool | Unset = UNSET,
    pack: str | Unset = UNSET,
    purge_before: datetime.datetime | Unset = UNSET,
    created_from: datetime.datetime | Unset = UNSET,
    created_before: datetime.datetime | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[TenantField] | Unset = UNSET,
    locale: PlatformTenantsListLocale | Unset = UNSET,
) -> Response[Problem | TenantPage]:
    """List tenants

     Businesses of the installation. Each lives in a schema of its own, which no other can reach.

    Permission: `platform.tenant.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (TenantsSort | Unset):
        count (bool | Unset):  Default: False.
        status (list[TenantStatus] | Unset):
        plan (list[str] | Unset):
        without_plan (bool | Unset):
        pack (str | Unset):
        purge_before (datetime.datetime | Unset):
        created_from (datetime.datetime | Unset):
        created_before (datetime.datetime | Unset):
        q (str | Unset):
        fields (list[TenantField] | Unset):
        locale (PlatformTenantsListLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | TenantPage]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        status=status,
        plan=plan,
        without_plan=without_plan,
        pack=pack,
        purge_before=purge_before,
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
    sort: TenantsSort | Unset = UNSET,
    count: bool | Unset = False,
    status: list[TenantStatus] | Unset = UNSET,
    plan: list[str] | Unset = UNSET,
    without_plan: bool | Unset = UNSET,
    pack: str | Unset = UNSET,
    purge_before: datetime.datetime | Unset = UNSET,
    created_from: datetime.datetime | Unset = UNSET,
    created_before: datetime.datetime | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[TenantField] | Unset = UNSET,
    locale: PlatformTenantsListLocale | Unset = UNSET,
) -> Problem | TenantPage | None:
    """List tenants

     Businesses of the installation. Each lives in a schema of its own, which no other can reach.

    Permission: `platform.tenant.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (TenantsSort | Unset):
        count (bool | Unset):  Default: False.
        status (list[TenantStatus] | Unset):
        plan (list[str] | Unset):
        without_plan (bool | Unset):
        pack (str | Unset):
        purge_before (datetime.datetime | Unset):
        created_from (datetime.datetime | Unset):
        created_before (datetime.datetime | Unset):
        q (str | Unset):
        fields (list[TenantField] | Unset):
        locale (PlatformTenantsListLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | TenantPage
    """

    return (
        await asyncio_detailed(
            client=client,
            limit=limit,
            cursor=cursor,
            sort=sort,
            count=count,
            status=status,
            plan=plan,
            without_plan=without_plan,
            pack=pack,
            purge_before=purge_before,
            created_from=created_from,
            created_before=created_before,
            q=q,
            fields=fields,
            locale=locale,
        )
    ).parsed

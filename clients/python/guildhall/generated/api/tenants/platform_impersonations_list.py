import datetime
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.impersonation_session_field import ImpersonationSessionField
from ...models.impersonation_session_page import ImpersonationSessionPage
from ...models.impersonations_sort import ImpersonationsSort
from ...models.platform_impersonations_list_locale import (
    PlatformImpersonationsListLocale,
)
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: ImpersonationsSort | Unset = UNSET,
    count: bool | Unset = False,
    tenant: list[str] | Unset = UNSET,
    user: list[str] | Unset = UNSET,
    operator: list[str] | Unset = UNSET,
    created_from: datetime.datetime | Unset = UNSET,
    created_before: datetime.datetime | Unset = UNSET,
    fields: list[ImpersonationSessionField] | Unset = UNSET,
    locale: PlatformImpersonationsListLocale | Unset = UNSET,
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

    json_user: list[str] | Unset = UNSET
    if not isinstance(user, Unset):
        json_user = user

    params["user"] = json_user

    json_operator: list[str] | Unset = UNSET
    if not isinstance(operator, Unset):
        json_operator = operator

    params["operator"] = json_operator

    json_created_from: str | Unset = UNSET
    if not isinstance(created_from, Unset):
        json_created_from = created_from.isoformat()
    params["created_from"] = json_created_from

    json_created_before: str | Unset = UNSET
    if not isinstance(created_before, Unset):
        json_created_before = created_before.isoformat()
    params["created_before"] = json_created_before

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
        "url": "/api/v1/platform/impersonations",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ImpersonationSessionPage | Problem | None:
    if response.status_code == 200:
        response_200 = ImpersonationSessionPage.from_dict(response.json())

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
) -> Response[ImpersonationSessionPage | Problem]:
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
    sort: ImpersonationsSort | Unset = UNSET,
    count: bool | Unset = False,
    tenant: list[str] | Unset = UNSET,
    user: list[str] | Unset = UNSET,
    operator: list[str] | Unset = UNSET,
    created_from: datetime.datetime | Unset = UNSET,
    created_before: datetime.datetime | Unset = UNSET,
    fields: list[ImpersonationSessionField] | Unset = UNSET,
    locale: PlatformImpersonationsListLocale | Unset = UNSET,
) -> Response[ImpersonationSessionPage | Problem]:
    """List impersonations

     Operators who act as users of businesses: for a reason, for a time, and named in all that they do.

    Permission: `platform.tenant.impersonate`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (ImpersonationsSort | Unset):
        count (bool | Unset):  Default: False.
        tenant (list[str] | Unset):
        user (list[str] | Unset):
        operator (list[str] | Unset):
        created_from (datetime.datetime | Unset):
        created_before (datetime.datetime | Unset):
        fields (list[ImpersonationSessionField] | Unset):
        locale (PlatformImpersonationsListLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ImpersonationSessionPage | Problem]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        tenant=tenant,
        user=user,
        operator=operator,
        created_from=created_from,
        created_before=created_before,
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
    sort: ImpersonationsSort | Unset = UNSET,
    count: bool | Unset = False,
    tenant: list[str] | Unset = UNSET,
    user: list[str] | Unset = UNSET,
    operator: list[str] | Unset = UNSET,
    created_from: datetime.datetime | Unset = UNSET,
    created_before: datetime.datetime | Unset = UNSET,
    fields: list[ImpersonationSessionField] | Unset = UNSET,
    locale: PlatformImpersonationsListLocale | Unset = UNSET,
) -> ImpersonationSessionPage | Problem | None:
    """List impersonations

     Operators who act as users of businesses: for a reason, for a time, and named in all that they do.

    Permission: `platform.tenant.impersonate`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (ImpersonationsSort | Unset):
        count (bool | Unset):  Default: False.
        tenant (list[str] | Unset):
        user (list[str] | Unset):
        operator (list[str] | Unset):
        created_from (datetime.datetime | Unset):
        created_before (datetime.datetime | Unset):
        fields (list[ImpersonationSessionField] | Unset):
        locale (PlatformImpersonationsListLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ImpersonationSessionPage | Problem
    """

    return sync_detailed(
        client=client,
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        tenant=tenant,
        user=user,
        operator=operator,
        created_from=created_from,
        created_before=created_before,
        fields=fields,
        locale=locale,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: ImpersonationsSort | Unset = UNSET,
    count: bool | Unset = False,
    tenant: list[str] | Unset = UNSET,
    user: list[str] | Unset = UNSET,
    operator: list[str] | Unset = UNSET,
    created_from: datetime.datetime | Unset = UNSET,
    created_before: datetime.datetime | Unset = UNSET,
    fields: list[ImpersonationSessionField] | Unset = UNSET,
    locale: PlatformImpersonationsListLocale | Unset = UNSET,
) -> Response[ImpersonationSessionPage | Problem]:
    """List impersonations

     Operators who act as users of businesses: for a reason, for a time, and named in all that they do.

    Permission: `platform.tenant.impersonate`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (ImpersonationsSort | Unset):
        count (bool | Unset):  Default: False.
        tenant (list[str] | Unset):
        user (list[str] | Unset):
        operator (list[str] | Unset):
        created_from (datetime.datetime | Unset):
        created_before (datetime.datetime | Unset):
        fields (list[ImpersonationSessionField] | Unset):
        locale (PlatformImpersonationsListLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ImpersonationSessionPage | Problem]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        tenant=tenant,
        user=user,
        operator=operator,
        created_from=created_from,
        created_before=created_before,
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
    sort: ImpersonationsSort | Unset = UNSET,
    count: bool | Unset = False,
    tenant: list[str] | Unset = UNSET,
    user: list[str] | Unset = UNSET,
    operator: list[str] | Unset = UNSET,
    created_from: datetime.datetime | Unset = UNSET,
    created_before: datetime.datetime | Unset = UNSET,
    fields: list[ImpersonationSessionField] | Unset = UNSET,
    locale: PlatformImpersonationsListLocale | Unset = UNSET,
) -> ImpersonationSessionPage | Problem | None:
    """List impersonations

     Operators who act as users of businesses: for a reason, for a time, and named in all that they do.

    Permission: `platform.tenant.impersonate`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (ImpersonationsSort | Unset):
        count (bool | Unset):  Default: False.
        tenant (list[str] | Unset):
        user (list[str] | Unset):
        operator (list[str] | Unset):
        created_from (datetime.datetime | Unset):
        created_before (datetime.datetime | Unset):
        fields (list[ImpersonationSessionField] | Unset):
        locale (PlatformImpersonationsListLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ImpersonationSessionPage | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            limit=limit,
            cursor=cursor,
            sort=sort,
            count=count,
            tenant=tenant,
            user=user,
            operator=operator,
            created_from=created_from,
            created_before=created_before,
            fields=fields,
            locale=locale,
        )
    ).parsed

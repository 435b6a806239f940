from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.domain_certificate import DomainCertificate
from ...models.domain_field import DomainField
from ...models.domain_page import DomainPage
from ...models.domains_sort import DomainsSort
from ...models.platform_domains_list_locale import (
    PlatformDomainsListLocale,
)
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: DomainsSort | Unset = UNSET,
    count: bool | Unset = False,
    tenant: list[str] | Unset = UNSET,
    unverified: bool | Unset = UNSET,
    certificate: list[DomainCertificate] | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[DomainField] | Unset = UNSET,
    locale: PlatformDomainsListLocale | Unset = UNSET,
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

    params["unverified"] = unverified

    json_certificate: list[str] | Unset = UNSET
    if not isinstance(certificate, Unset):
        json_certificate = []
        for certificate_item_data in certificate:
            certificate_item: str = certificate_item_data
            json_certificate.append(certificate_item)

    params["certificate"] = json_certificate

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
        "url": "/api/v1/platform/domains",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> DomainPage | Problem | None:
    if response.status_code == 200:
        response_200 = DomainPage.from_dict(response.json())

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
) -> Response[DomainPage | Problem]:
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
    sort: DomainsSort | Unset = UNSET,
    count: bool | Unset = False,
    tenant: list[str] | Unset = UNSET,
    unverified: bool | Unset = UNSET,
    certificate: list[DomainCertificate] | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[DomainField] | Unset = UNSET,
    locale: PlatformDomainsListLocale | Unset = UNSET,
) -> Response[DomainPage | Problem]:
    """List domains

     Host names of businesses' own, besides `<slug>.<base domain>`. Each is proved before it answers.

    Permission: `platform.tenant.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (DomainsSort | Unset):
        count (bool | Unset):  Default: False.
        tenant (list[str] | Unset):
        unverified (bool | Unset):
        certificate (list[DomainCertificate] | Unset):
        q (str | Unset):
        fields (list[DomainField] | Unset):
        locale (PlatformDomainsListLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DomainPage | Problem]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        tenant=tenant,
        unverified=unverified,
        certificate=certificate,
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
    sort: DomainsSort | Unset = UNSET,
    count: bool | Unset = False,
    tenant: list[str] | Unset = UNSET,
    unverified: bool | Unset = UNSET,
    certificate: list[DomainCertificate] | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[DomainField] | Unset = UNSET,
    locale: PlatformDomainsListLocale | Unset = UNSET,
) -> DomainPage | Problem | None:
    """List domains

     Host names of businesses' own, besides `<slug>.<base domain>`. Each is proved before it answers.

    Permission: `platform.tenant.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (DomainsSort | Unset):
        count (bool | Unset):  Default: False.
        tenant (list[str] | Unset):
        unverified (bool | Unset):
        certificate (list[DomainCertificate] | Unset):
        q (str | Unset):
        fields (list[DomainField] | Unset):
        locale (PlatformDomainsListLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DomainPage | Problem
    """

    return sync_detailed(
        client=client,
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        tenant=tenant,
        unverified=unverified,
        certificate=certificate,
        q=q,
        fields=fields,
        locale=locale,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: DomainsSort | Unset = UNSET,
    count: bool | Unset = False,
    tenant: list[str] | Unset = UNSET,
    unverified: bool | Unset = UNSET,
    certificate: list[DomainCertificate] | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[DomainField] | Unset = UNSET,
    locale: PlatformDomainsListLocale | Unset = UNSET,
) -> Response[DomainPage | Problem]:
    """List domains

     Host names of businesses' own, besides `<slug>.<base domain>`. Each is proved before it answers.

    Permission: `platform.tenant.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (DomainsSort | Unset):
        count (bool | Unset):  Default: False.
        tenant (list[str] | Unset):
        unverified (bool | Unset):
        certificate (list[DomainCertificate] | Unset):
        q (str | Unset):
        fields (list[DomainField] | Unset):
        locale (PlatformDomainsListLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DomainPage | Problem]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        tenant=tenant,
        unverified=unverified,
        certificate=certificate,
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
    sort: DomainsSort | Unset = UNSET,
    count: bool | Unset = False,
    tenant: list[str] | Unset = UNSET,
    unverified: bool | Unset = UNSET,
    certificate: list[DomainCertificate] | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[DomainField] | Unset = UNSET,
    locale: PlatformDomainsListLocale | Unset = UNSET,
) -> DomainPage | Problem | None:
    """List domains

     Host names of businesses' own, besides `<slug>.<base domain>`. Each is proved before it answers.

    Permission: `platform.tenant.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (DomainsSort | Unset):
        count (bool | Unset):  Default: False.
        tenant (list[str] | Unset):
        unverified (bool | Unset):
        certificate (list[DomainCertificate] | Unset):
        q (str | Unset):
        fields (list[DomainField] | Unset):
        locale (PlatformDomainsListLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DomainPage | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            limit=limit,
            cursor=cursor,
            sort=sort,
            count=count,
            tenant=tenant,
            unverified=unverified,
            certificate=certificate,
            q=q,
            fields=fields,
            locale=locale,
        )
    ).parsed

import datetime
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.customer_field import CustomerField
from ...models.customer_kind import CustomerKind
from ...models.customer_page import CustomerPage
from ...models.customers_list_locale import CustomersListLocale
from ...models.customers_sort import CustomersSort
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: CustomersSort | Unset = UNSET,
    count: bool | Unset = False,
    kind: list[CustomerKind] | Unset = UNSET,
    class_code: str | Unset = UNSET,
    branch: list[str] | Unset = UNSET,
    tags: list[str] | Unset = UNSET,
    active: bool | Unset = UNSET,
    merged_into: list[str] | Unset = UNSET,
    created_from: datetime.datetime | Unset = UNSET,
    created_before: datetime.datetime | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[CustomerField] | Unset = UNSET,
    locale: CustomersListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_tenant, Unset):
        headers["X-Tenant"] = x_tenant

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    json_sort: str | Unset = UNSET
    if not isinstance(sort, Unset):
        json_sort = sort

    params["sort"] = json_sort

    params["count"] = count

    json_kind: list[str] | Unset = UNSET
    if not isinstance(kind, Unset):
        json_kind = []
        for kind_item_data in kind:
            kind_item: str = kind_item_data
            json_kind.append(kind_item)

    params["kind"] = json_kind

    params["class_code"] = class_code

    json_branch: list[str] | Unset = UNSET
    if not isinstance(branch, Unset):
        json_branch = branch

    params["branch"] = json_branch

    json_tags: list[str] | Unset = UNSET
    if not isinstance(tags, Unset):
        json_tags = tags

    params["tags"] = json_tags

    params["active"] = active

    json_merged_into: list[str] | Unset = UNSET
    if not isinstance(merged_into, Unset):
        json_merged_into = merged_into

    params["merged_into"] = json_merged_into

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
        "url": "/api/v1/customers",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> CustomerPage | Problem | None:
    if response.status_code == 200:
        response_200 = CustomerPage.from_dict(response.json())

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
) -> Response[CustomerPage | Problem]:
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
    sort: CustomersSort | Unset = UNSET,
    count: bool | Unset = False,
    kind: list[CustomerKind] | Unset = UNSET,
    class_code: str | Unset = UNSET,
    branch: list[str] | Unset = UNSET,
    tags: list[str] | Unset = UNSET,
    active: bool | Unset = UNSET,
    merged_into: list[str] | Unset = UNSET,
    created_from: datetime.datetime | Unset = UNSET,
    created_before: datetime.datetime | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[CustomerField] | Unset = UNSET,
    locale: CustomersListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[CustomerPage | Problem]:
    """List customers

     Customers: people, agencies and anonymous walk-ins, with their price class and contacts.

    Permission: `customers.customer.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (CustomersSort | Unset):
        count (bool | Unset):  Default: False.
        kind (list[CustomerKind] | Unset):
        class_code (str | Unset):
        branch (list[str] | Unset):
        tags (list[str] | Unset):
        active (bool | Unset):
        merged_into (list[str] | Unset):
        created_from (datetime.datetime | Unset):
        created_before (datetime.datetime | Unset):
        q (str | Unset):
        fields (list[CustomerField] | Unset):
        locale (CustomersListLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CustomerPage | Problem]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        kind=kind,
        class_code=class_code,
        branch=branch,
        tags=tags,
        active=active,
        merged_into=merged_into,
        created_from=created_from,
        created_before=created_before,
        q=q,
        fields=fields,
        locale=locale,
        x_tenant=x_tenant,
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
    sort: CustomersSort | Unset = UNSET,
    count: bool | Unset = False,
    kind: list[CustomerKind] | Unset = UNSET,
    class_code: str | Unset = UNSET,
    branch: list[str] | Unset = UNSET,
    tags: list[str] | Unset = UNSET,
    active: bool | Unset = UNSET,
    merged_into: list[str] | Unset = UNSET,
    created_from: datetime.datetime | Unset = UNSET,
    created_before: datetime.datetime | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[CustomerField] | Unset = UNSET,
    locale: CustomersListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> CustomerPage | Problem | None:
    """List customers

     Customers: people, agencies and anonymous walk-ins, with their price class and contacts.

    Permission: `customers.customer.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (CustomersSort | Unset):
        count (bool | Unset):  Default: False.
        kind (list[CustomerKind] | Unset):
        class_code (str | Unset):
        branch (list[str] | Unset):
        tags (list[str] | Unset):
        active (bool | Unset):
        merged_into (list[str] | Unset):
        created_from (datetime.datetime | Unset):
        created_before (datetime.datetime | Unset):
        q (str | Unset):
        fields (list[CustomerField] | Unset):
        locale (CustomersListLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CustomerPage | Problem
    """

    return sync_detailed(
        client=client,
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        kind=kind,
        class_code=class_code,
        branch=branch,
        tags=tags,
        active=active,
        merged_into=merged_into,
        created_from=created_from,
        created_before=created_before,
        q=q,
        fields=fields,
        locale=locale,
        x_tenant=x_tenant,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: CustomersSort | Unset = UNSET,
    count: bool | Unset = False,
    kind: list[CustomerKind] | Unset = UNSET,
    class_code: str | Unset = UNSET,
    branch: list[str] | Unset = UNSET,
    tags: list[str] | Unset = UNSET,
    active: bool | Unset = UNSET,
    merged_into: list[str] | Unset = UNSET,
    created_from: datetime.datetime | Unset = UNSET,
    created_before: datetime.datetime | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[CustomerField] | Unset = UNSET,
    locale: CustomersListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[CustomerPage | Problem]:
    """List customers

     Customers: people, agencies and anonymous walk-ins, with their price class and contacts.

    Permission: `customers.customer.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (CustomersSort | Unset):
        count (bool | Unset):  Default: False.
        kind (list[CustomerKind] | Unset):
        class_code (str | Unset):
        branch (list[str] | Unset):
        tags (list[str] | Unset):
        active (bool | Unset):
        merged_into (list[str] | Unset):
        created_from (datetime.datetime | Unset):
        created_before (datetime.datetime | Unset):
        q (str | Unset):
        fields (list[CustomerField] | Unset):
        locale (CustomersListLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CustomerPage | Problem]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        kind=kind,
        class_code=class_code,
        branch=branch,
        tags=tags,
        active=active,
        merged_into=merged_into,
        created_from=created_from,
        created_before=created_before,
        q=q,
        fields=fields,
        locale=locale,
        x_tenant=x_tenant,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: CustomersSort | Unset = UNSET,
    count: bool | Unset = False,
    kind: list[CustomerKind] | Unset = UNSET,
    class_code: str | Unset = UNSET,
    branch: list[str] | Unset = UNSET,
    tags: list[str] | Unset = UNSET,
    active: bool | Unset = UNSET,
    merged_into: list[str] | Unset = UNSET,
    created_from: datetime.datetime | Unset = UNSET,
    created_before: datetime.datetime | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[CustomerField] | Unset = UNSET,
    locale: CustomersListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> CustomerPage | Problem | None:
    """List customers

     Customers: people, agencies and anonymous walk-ins, with their price class and contacts.

    Permission: `customers.customer.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (CustomersSort | Unset):
        count (bool | Unset):  Default: False.
        kind (list[CustomerKind] | Unset):
        class_code (str | Unset):
        branch (list[str] | Unset):
        tags (list[str] | Unset):
        active (bool | Unset):
        merged_into (list[str] | Unset):
        created_from (datetime.datetime | Unset):
        created_before (datetime.datetime | Unset):
        q (str | Unset):
        fields (list[CustomerField] | Unset):
        locale (CustomersListLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CustomerPage | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            limit=limit,
            cursor=cursor,
            sort=sort,
            count=count,
            kind=kind,
            class_code=class_code,
            branch=branch,
            tags=tags,
            active=active,
            merged_into=merged_into,
            created_from=created_from,
            created_before=created_before,
            q=q,
            fields=fields,
            locale=locale,
            x_tenant=x_tenant,
        )
    ).parsed

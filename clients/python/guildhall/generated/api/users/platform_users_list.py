from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.platform_users_list_locale import PlatformUsersListLocale
from ...models.platform_users_sort import PlatformUsersSort
from ...models.problem import Problem
from ...models.user_field import UserField
from ...models.user_kind import UserKind
from ...models.user_page import UserPage
from ...models.user_status import UserStatus
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: PlatformUsersSort | Unset = UNSET,
    count: bool | Unset = False,
    kind: list[UserKind] | Unset = UNSET,
    status: list[UserStatus] | Unset = UNSET,
    role: list[str] | Unset = UNSET,
    branch: list[str] | Unset = UNSET,
    customer: list[str] | Unset = UNSET,
    email: str | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[UserField] | Unset = UNSET,
    locale: PlatformUsersListLocale | Unset = UNSET,
) -> dict[str, Any]:

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

    json_status: list[str] | Unset = UNSET
    if not isinstance(status, Unset):
        json_status = []
        for status_item_data in status:
            status_item: str = status_item_data
            json_status.append(status_item)

    params["status"] = json_status

    json_role: list[str] | Unset = UNSET
    if not isinstance(role, Unset):
        json_role = role

    params["role"] = json_role

    json_branch: list[str] | Unset = UNSET
    if not isinstance(branch, Unset):
        json_branch = branch

    params["branch"] = json_branch

    json_customer: list[str] | Unset = UNSET
    if not isinstance(customer, Unset):
        json_customer = customer

    params["customer"] = json_customer

    params["email"] = email

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
        "url": "/api/v1/platform/users",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | UserPage | None:
    if response.status_code == 200:
        response_200 = UserPage.from_dict(response.json())

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
) -> Response[Problem | UserPage]:
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
    sort: PlatformUsersSort | Unset = UNSET,
    count: bool | Unset = False,
    kind: list[UserKind] | Unset = UNSET,
    status: list[UserStatus] | Unset = UNSET,
    role: list[str] | Unset = UNSET,
    branch: list[str] | Unset = UNSET,
    customer: list[str] | Unset = UNSET,
    email: str | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[UserField] | Unset = UNSET,
    locale: PlatformUsersListLocale | Unset = UNSET,
) -> Response[Problem | UserPage]:
    """List platform_users

     Operators, with their roles. They are users of no business.

    Permission: `accounts.user.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (PlatformUsersSort | Unset):
        count (bool | Unset):  Default: False.
        kind (list[UserKind] | Unset):
        status (list[UserStatus] | Unset):
        role (list[str] | Unset):
        branch (list[str] | Unset):
        customer (list[str] | Unset):
        email (str | Unset):
        q (str | Unset):
        fields (list[UserField] | Unset):
        locale (PlatformUsersListLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | UserPage]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        kind=kind,
        status=status,
        role=role,
        branch=branch,
        customer=customer,
        email=email,
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
    sort: PlatformUsersSort | Unset = UNSET,
    count: bool | Unset = False,
    kind: list[UserKind] | Unset = UNSET,
    status: list[UserStatus] | Unset = UNSET,
    role: list[str] | Unset = UNSET,
    branch: list[str] | Unset = UNSET,
    customer: list[str] | Unset = UNSET,
    email: str | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[UserField] | Unset = UNSET,
    locale: PlatformUsersListLocale | Unset = UNSET,
) -> Problem | UserPage | None:
    """List platform_users

     Operators, with their roles. They are users of no business.

    Permission: `accounts.user.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (PlatformUsersSort | Unset):
        count (bool | Unset):  Default: False.
        kind (list[UserKind] | Unset):
        status (list[UserStatus] | Unset):
        role (list[str] | Unset):
        branch (list[str] | Unset):
        customer (list[str] | Unset):
        email (str | Unset):
        q (str | Unset):
        fields (list[UserField] | Unset):
        locale (PlatformUsersListLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | UserPage
    """

    return sync_detailed(
        client=client,
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        kind=kind,
        status=status,
        role=role,
        branch=branch,
        customer=customer,
        email=email,
        q=q,
        fields=fields,
        locale=locale,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: PlatformUsersSort | Unset = UNSET,
    count: bool | Unset = False,
    kind: list[UserKind] | Unset = UNSET,
    status: list[UserStatus] | Unset = UNSET,
    role: list[str] | Unset = UNSET,
    branch: list[str] | Unset = UNSET,
    customer: list[str] | Unset = UNSET,
    email: str | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[UserField] | Unset = UNSET,
    locale: PlatformUsersListLocale | Unset = UNSET,
) -> Response[Problem | UserPage]:
    """List platform_users

     Operators, with their roles. They are users of no business.

    Permission: `accounts.user.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (PlatformUsersSort | Unset):
        count (bool | Unset):  Default: False.
        kind (list[UserKind] | Unset):
        status (list[UserStatus] | Unset):
        role (list[str] | Unset):
        branch (list[str] | Unset):
        customer (list[str] | Unset):
        email (str | Unset):
        q (str | Unset):
        fields (list[UserField] | Unset):
        locale (PlatformUsersListLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | UserPage]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        kind=kind,
        status=status,
        role=role,
        branch=branch,
        customer=customer,
        email=email,
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
    sort: PlatformUsersSort | Unset = UNSET,
    count: bool | Unset = False,
    kind: list[UserKind] | Unset = UNSET,
    status: list[UserStatus] | Unset = UNSET,
    role: list[str] | Unset = UNSET,
    branch: list[str] | Unset = UNSET,
    customer: list[str] | Unset = UNSET,
    email: str | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[UserField] | Unset = UNSET,
    locale: PlatformUsersListLocale | Unset = UNSET,
) -> Problem | UserPage | None:
    """List platform_users

     Operators, with their roles. They are users of no business.

    Permission: `accounts.user.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (PlatformUsersSort | Unset):
        count (bool | Unset):  Default: False.
        kind (list[UserKind] | Unset):
        status (list[UserStatus] | Unset):
        role (list[str] | Unset):
        branch (list[str] | Unset):
        customer (list[str] | Unset):
        email (str | Unset):
        q (str | Unset):
        fields (list[UserField] | Unset):
        locale (PlatformUsersListLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | UserPage
    """

    return (
        await asyncio_detailed(
            client=client,
            limit=limit,
            cursor=cursor,
            sort=sort,
            count=count,
            kind=kind,
            status=status,
            role=role,
            branch=branch,
            customer=customer,
            email=email,
            q=q,
            fields=fields,
            locale=locale,
        )
    ).parsed

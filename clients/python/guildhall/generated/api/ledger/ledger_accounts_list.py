from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.ledger_account_field import LedgerAccountField
from ...models.ledger_account_page import LedgerAccountPage
from ...models.ledger_accounts_list_locale import LedgerAccountsListLocale
from ...models.ledger_accounts_sort import LedgerAccountsSort
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: LedgerAccountsSort | Unset = UNSET,
    count: bool | Unset = False,
    code: str | Unset = UNSET,
    role: str | Unset = UNSET,
    active: bool | Unset = UNSET,
    heading: bool | Unset = UNSET,
    parent: list[str] | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[LedgerAccountField] | Unset = UNSET,
    locale: LedgerAccountsListLocale | Unset = UNSET,
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

    params["code"] = code

    params["role"] = role

    params["active"] = active

    params["heading"] = heading

    json_parent: list[str] | Unset = UNSET
    if not isinstance(parent, Unset):
        json_parent = parent

    params["parent"] = json_parent

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
        "url": "/api/v1/ledger-accounts",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> LedgerAccountPage | Problem | None:
    if response.status_code == 200:
        response_200 = LedgerAccountPage.from_dict(response.json())

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
) -> Response[LedgerAccountPage | Problem]:
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
    sort: LedgerAccountsSort | Unset = UNSET,
    count: bool | Unset = False,
    code: str | Unset = UNSET,
    role: str | Unset = UNSET,
    active: bool | Unset = UNSET,
    heading: bool | Unset = UNSET,
    parent: list[str] | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[LedgerAccountField] | Unset = UNSET,
    locale: LedgerAccountsListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[LedgerAccountPage | Problem]:
    """List ledger accounts

     The chart of accounts: a tree beneath six kinds. An account with entries keeps its code, role and
    side. A heading takes no entries and sums up what stands beneath it.

    Permission: `ledger.account.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (LedgerAccountsSort | Unset):
        count (bool | Unset):  Default: False.
        code (str | Unset):
        role (str | Unset):
        active (bool | Unset):
        heading (bool | Unset):
        parent (list[str] | Unset):
        q (str | Unset):
        fields (list[LedgerAccountField] | Unset):
        locale (LedgerAccountsListLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[LedgerAccountPage | Problem]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        code=code,
        role=role,
        active=active,
        heading=heading,
        parent=parent,
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
    sort: LedgerAccountsSort | Unset = UNSET,
    count: bool | Unset = False,
    code: str | Unset = UNSET,
    role: str | Unset = UNSET,
    active: bool | Unset = UNSET,
    heading: bool | Unset = UNSET,
    parent: list[str] | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[LedgerAccountField] | Unset = UNSET,
    locale: LedgerAccountsListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> LedgerAccountPage | Problem | None:
    """List ledger accounts

     The chart of accounts: a tree beneath six kinds. An account with entries keeps its code, role and
    side. A heading takes no entries and sums up what stands beneath it.

    Permission: `ledger.account.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (LedgerAccountsSort | Unset):
        count (bool | Unset):  Default: False.
        code (str | Unset):
        role (str | Unset):
        active (bool | Unset):
        heading (bool | Unset):
        parent (list[str] | Unset):
        q (str | Unset):
        fields (list[LedgerAccountField] | Unset):
        locale (LedgerAccountsListLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        LedgerAccountPage | Problem
    """

    return sync_detailed(
        client=client,
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        code=code,
        role=role,
        active=active,
        heading=heading,
        parent=parent,
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
    sort: LedgerAccountsSort | Unset = UNSET,
    count: bool | Unset = False,
    code: str | Unset = UNSET,
    role: str | Unset = UNSET,
    active: bool | Unset = UNSET,
    heading: bool | Unset = UNSET,
    parent: list[str] | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[LedgerAccountField] | Unset = UNSET,
    locale: LedgerAccountsListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[LedgerAccountPage | Problem]:
    """List ledger accounts

     The chart of accounts: a tree beneath six kinds. An account with entries keeps its code, role and
    side. A heading takes no entries and sums up what stands beneath it.

    Permission: `ledger.account.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (LedgerAccountsSort | Unset):
        count (bool | Unset):  Default: False.
        code (str | Unset):
        role (str | Unset):
        active (bool | Unset):
        heading (bool | Unset):
        parent (list[str] | Unset):
        q (str | Unset):
        fields (list[LedgerAccountField] | Unset):
        locale (LedgerAccountsListLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[LedgerAccountPage | Problem]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        code=code,
        role=role,
        active=active,
        heading=heading,
        parent=parent,
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
    sort: LedgerAccountsSort | Unset = UNSET,
    count: bool | Unset = False,
    code: str | Unset = UNSET,
    role: str | Unset = UNSET,
    active: bool | Unset = UNSET,
    heading: bool | Unset = UNSET,
    parent: list[str] | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[LedgerAccountField] | Unset = UNSET,
    locale: LedgerAccountsListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> LedgerAccountPage | Problem | None:
    """List ledger accounts

     The chart of accounts: a tree beneath six kinds. An account with entries keeps its code, role and
    side. A heading takes no entries and sums up what stands beneath it.

    Permission: `ledger.account.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (LedgerAccountsSort | Unset):
        count (bool | Unset):  Default: False.
        code (str | Unset):
        role (str | Unset):
        active (bool | Unset):
        heading (bool | Unset):
        parent (list[str] | Unset):
        q (str | Unset):
        fields (list[LedgerAccountField] | Unset):
        locale (LedgerAccountsListLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        LedgerAccountPage | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            limit=limit,
            cursor=cursor,
            sort=sort,
            count=count,
            code=code,
            role=role,
            active=active,
            heading=heading,
            parent=parent,
            q=q,
            fields=fields,
            locale=locale,
            x_tenant=x_tenant,
        )
    ).parsed

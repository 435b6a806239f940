from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.receivable_field import ReceivableField
from ...models.receivable_page import ReceivablePage
from ...models.receivable_state import ReceivableState
from ...models.receivables_list_locale import ReceivablesListLocale
from ...models.receivables_sort import ReceivablesSort
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: ReceivablesSort | Unset = UNSET,
    count: bool | Unset = False,
    state: list[ReceivableState] | Unset = UNSET,
    customer: list[str] | Unset = UNSET,
    branch: list[str] | Unset = UNSET,
    order: list[str] | Unset = UNSET,
    fields: list[ReceivableField] | Unset = UNSET,
    locale: ReceivablesListLocale | Unset = UNSET,
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

    json_state: list[str] | Unset = UNSET
    if not isinstance(state, Unset):
        json_state = []
        for state_item_data in state:
            state_item: str = state_item_data
            json_state.append(state_item)

    params["state"] = json_state

    json_customer: list[str] | Unset = UNSET
    if not isinstance(customer, Unset):
        json_customer = customer

    params["customer"] = json_customer

    json_branch: list[str] | Unset = UNSET
    if not isinstance(branch, Unset):
        json_branch = branch

    params["branch"] = json_branch

    json_order: list[str] | Unset = UNSET
    if not isinstance(order, Unset):
        json_order = order

    params["order"] = json_order

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
        "url": "/api/v1/receivables",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | ReceivablePage | None:
    if response.status_code == 200:
        response_200 = ReceivablePage.from_dict(response.json())

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
) -> Response[Problem | ReceivablePage]:
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
    sort: ReceivablesSort | Unset = UNSET,
    count: bool | Unset = False,
    state: list[ReceivableState] | Unset = UNSET,
    customer: list[str] | Unset = UNSET,
    branch: list[str] | Unset = UNSET,
    order: list[str] | Unset = UNSET,
    fields: list[ReceivableField] | Unset = UNSET,
    locale: ReceivablesListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[Problem | ReceivablePage]:
    """List receivables

     What orders are owed: amounts, what is paid, what is outstanding.

    Permission: `payments.receivable.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (ReceivablesSort | Unset):
        count (bool | Unset):  Default: False.
        state (list[ReceivableState] | Unset):
        customer (list[str] | Unset):
        branch (list[str] | Unset):
        order (list[str] | Unset):
        fields (list[ReceivableField] | Unset):
        locale (ReceivablesListLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | ReceivablePage]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        state=state,
        customer=customer,
        branch=branch,
        order=order,
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
    sort: ReceivablesSort | Unset = UNSET,
    count: bool | Unset = False,
    state: list[ReceivableState] | Unset = UNSET,
    customer: list[str] | Unset = UNSET,
    branch: list[str] | Unset = UNSET,
    order: list[str] | Unset = UNSET,
    fields: list[ReceivableField] | Unset = UNSET,
    locale: ReceivablesListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Problem | ReceivablePage | None:
    """List receivables

     What orders are owed: amounts, what is paid, what is outstanding.

    Permission: `payments.receivable.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (ReceivablesSort | Unset):
        count (bool | Unset):  Default: False.
        state (list[ReceivableState] | Unset):
        customer (list[str] | Unset):
        branch (list[str] | Unset):
        order (list[str] | Unset):
        fields (list[ReceivableField] | Unset):
        locale (ReceivablesListLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | ReceivablePage
    """

    return sync_detailed(
        client=client,
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        state=state,
        customer=customer,
        branch=branch,
        order=order,
        fields=fields,
        locale=locale,
        x_tenant=x_tenant,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: ReceivablesSort | Unset = UNSET,
    count: bool | Unset = False,
    state: list[ReceivableState] | Unset = UNSET,
    customer: list[str] | Unset = UNSET,
    branch: list[str] | Unset = UNSET,
    order: list[str] | Unset = UNSET,
    fields: list[ReceivableField] | Unset = UNSET,
    locale: ReceivablesListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[Problem | ReceivablePage]:
    """List receivables

     What orders are owed: amounts, what is paid, what is outstanding.

    Permission: `payments.receivable.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (ReceivablesSort | Unset):
        count (bool | Unset):  Default: False.
        state (list[ReceivableState] | Unset):
        customer (list[str] | Unset):
        branch (list[str] | Unset):
        order (list[str] | Unset):
        fields (list[ReceivableField] | Unset):
        locale (ReceivablesListLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | ReceivablePage]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        state=state,
        customer=customer,
        branch=branch,
        order=order,
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
    sort: ReceivablesSort | Unset = UNSET,
    count: bool | Unset = False,
    state: list[ReceivableState] | Unset = UNSET,
    customer: list[str] | Unset = UNSET,
    branch: list[str] | Unset = UNSET,
    order: list[str] | Unset = UNSET,
    fields: list[ReceivableField] | Unset = UNSET,
    locale: ReceivablesListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Problem | ReceivablePage | None:
    """List receivables

     What orders are owed: amounts, what is paid, what is outstanding.

    Permission: `payments.receivable.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (ReceivablesSort | Unset):
        count (bool | Unset):  Default: False.
        state (list[ReceivableState] | Unset):
        customer (list[str] | Unset):
        branch (list[str] | Unset):
        order (list[str] | Unset):
        fields (list[ReceivableField] | Unset):
        locale (ReceivablesListLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | ReceivablePage
    """

    return (
        await asyncio_detailed(
            client=client,
            limit=limit,
            cursor=cursor,
            sort=sort,
            count=count,
            state=state,
            customer=customer,
            branch=branch,
            order=order,
            fields=fields,
            locale=locale,
            x_tenant=x_tenant,
        )
    ).parsed

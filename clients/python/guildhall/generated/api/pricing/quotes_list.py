import datetime
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.quote_field import QuoteField
from ...models.quote_page import QuotePage
from ...models.quotes_list_locale import QuotesListLocale
from ...models.quotes_sort import QuotesSort
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: QuotesSort | Unset = UNSET,
    count: bool | Unset = False,
    customer: list[str] | Unset = UNSET,
    branch: list[str] | Unset = UNSET,
    order: list[str] | Unset = UNSET,
    created_from: datetime.datetime | Unset = UNSET,
    created_before: datetime.datetime | Unset = UNSET,
    fields: list[QuoteField] | Unset = UNSET,
    locale: QuotesListLocale | Unset = UNSET,
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
        "url": "/api/v1/quotes",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | QuotePage | None:
    if response.status_code == 200:
        response_200 = QuotePage.from_dict(response.json())

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
) -> Response[Problem | QuotePage]:
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
    sort: QuotesSort | Unset = UNSET,
    count: bool | Unset = False,
    customer: list[str] | Unset = UNSET,
    branch: list[str] | Unset = UNSET,
    order: list[str] | Unset = UNSET,
    created_from: datetime.datetime | Unset = UNSET,
    created_before: datetime.datetime | Unset = UNSET,
    fields: list[QuoteField] | Unset = UNSET,
    locale: QuotesListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[Problem | QuotePage]:
    """List quotes

     Quotes: a price with its trace, kept until `valid_until` and used by one order. Anybody may ask for
    one, signed in or not; an anonymous caller gets a `secret` to open and use it.

    Permission: `pricing.quote.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (QuotesSort | Unset):
        count (bool | Unset):  Default: False.
        customer (list[str] | Unset):
        branch (list[str] | Unset):
        order (list[str] | Unset):
        created_from (datetime.datetime | Unset):
        created_before (datetime.datetime | Unset):
        fields (list[QuoteField] | Unset):
        locale (QuotesListLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | QuotePage]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        customer=customer,
        branch=branch,
        order=order,
        created_from=created_from,
        created_before=created_before,
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
    sort: QuotesSort | Unset = UNSET,
    count: bool | Unset = False,
    customer: list[str] | Unset = UNSET,
    branch: list[str] | Unset = UNSET,
    order: list[str] | Unset = UNSET,
    created_from: datetime.datetime | Unset = UNSET,
    created_before: datetime.datetime | Unset = UNSET,
    fields: list[QuoteField] | Unset = UNSET,
    locale: QuotesListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Problem | QuotePage | None:
    """List quotes

     Quotes: a price with its trace, kept until `valid_until` and used by one order. Anybody may ask for
    one, signed in or not; an anonymous caller gets a `secret` to open and use it.

    Permission: `pricing.quote.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (QuotesSort | Unset):
        count (bool | Unset):  Default: False.
        customer (list[str] | Unset):
        branch (list[str] | Unset):
        order (list[str] | Unset):
        created_from (datetime.datetime | Unset):
        created_before (datetime.datetime | Unset):
        fields (list[QuoteField] | Unset):
        locale (QuotesListLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | QuotePage
    """

    return sync_detailed(
        client=client,
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        customer=customer,
        branch=branch,
        order=order,
        created_from=created_from,
        created_before=created_before,
        fields=fields,
        locale=locale,
        x_tenant=x_tenant,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: QuotesSort | Unset = UNSET,
    count: bool | Unset = False,
    customer: list[str] | Unset = UNSET,
    branch: list[str] | Unset = UNSET,
    order: list[str] | Unset = UNSET,
    created_from: datetime.datetime | Unset = UNSET,
    created_before: datetime.datetime | Unset = UNSET,
    fields: list[QuoteField] | Unset = UNSET,
    locale: QuotesListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[Problem | QuotePage]:
    """List quotes

     Quotes: a price with its trace, kept until `valid_until` and used by one order. Anybody may ask for
    one, signed in or not; an anonymous caller gets a `secret` to open and use it.

    Permission: `pricing.quote.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (QuotesSort | Unset):
        count (bool | Unset):  Default: False.
        customer (list[str] | Unset):
        branch (list[str] | Unset):
        order (list[str] | Unset):
        created_from (datetime.datetime | Unset):
        created_before (datetime.datetime | Unset):
        fields (list[QuoteField] | Unset):
        locale (QuotesListLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | QuotePage]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        customer=customer,
        branch=branch,
        order=order,
        created_from=created_from,
        created_before=created_before,
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
    sort: QuotesSort | Unset = UNSET,
    count: bool | Unset = False,
    customer: list[str] | Unset = UNSET,
    branch: list[str] | Unset = UNSET,
    order: list[str] | Unset = UNSET,
    created_from: datetime.datetime | Unset = UNSET,
    created_before: datetime.datetime | Unset = UNSET,
    fields: list[QuoteField] | Unset = UNSET,
    locale: QuotesListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Problem | QuotePage | None:
    """List quotes

     Quotes: a price with its trace, kept until `valid_until` and used by one order. Anybody may ask for
    one, signed in or not; an anonymous caller gets a `secret` to open and use it.

    Permission: `pricing.quote.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (QuotesSort | Unset):
        count (bool | Unset):  Default: False.
        customer (list[str] | Unset):
        branch (list[str] | Unset):
        order (list[str] | Unset):
        created_from (datetime.datetime | Unset):
        created_before (datetime.datetime | Unset):
        fields (list[QuoteField] | Unset):
        locale (QuotesListLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | QuotePage
    """

    return (
        await asyncio_detailed(
            client=client,
            limit=limit,
            cursor=cursor,
            sort=sort,
            count=count,
            customer=customer,
            branch=branch,
            order=order,
            created_from=created_from,
            created_before=created_before,
            fields=fields,
            locale=locale,
            x_tenant=x_tenant,
        )
    ).parsed

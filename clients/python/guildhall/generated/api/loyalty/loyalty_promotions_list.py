from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.loyalty_promotion_field import LoyaltyPromotionField
from ...models.loyalty_promotion_page import LoyaltyPromotionPage
from ...models.loyalty_promotions_list_locale import (
    LoyaltyPromotionsListLocale,
)
from ...models.loyalty_promotions_sort import LoyaltyPromotionsSort
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: LoyaltyPromotionsSort | Unset = UNSET,
    count: bool | Unset = False,
    active: bool | Unset = UNSET,
    fields: list[LoyaltyPromotionField] | Unset = UNSET,
    locale: LoyaltyPromotionsListLocale | Unset = UNSET,
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

    params["active"] = active

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
        "url": "/api/v1/loyalty/promotions",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> LoyaltyPromotionPage | Problem | None:
    if response.status_code == 200:
        response_200 = LoyaltyPromotionPage.from_dict(response.json())

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
) -> Response[LoyaltyPromotionPage | Problem]:
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
    sort: LoyaltyPromotionsSort | Unset = UNSET,
    count: bool | Unset = False,
    active: bool | Unset = UNSET,
    fields: list[LoyaltyPromotionField] | Unset = UNSET,
    locale: LoyaltyPromotionsListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[LoyaltyPromotionPage | Problem]:
    """List loyalty promotions

     Promotions: what multiplies the points that lines earn by their rules.

    Permission: `loyalty.rule.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (LoyaltyPromotionsSort | Unset):
        count (bool | Unset):  Default: False.
        active (bool | Unset):
        fields (list[LoyaltyPromotionField] | Unset):
        locale (LoyaltyPromotionsListLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[LoyaltyPromotionPage | Problem]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        active=active,
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
    sort: LoyaltyPromotionsSort | Unset = UNSET,
    count: bool | Unset = False,
    active: bool | Unset = UNSET,
    fields: list[LoyaltyPromotionField] | Unset = UNSET,
    locale: LoyaltyPromotionsListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> LoyaltyPromotionPage | Problem | None:
    """List loyalty promotions

     Promotions: what multiplies the points that lines earn by their rules.

    Permission: `loyalty.rule.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (LoyaltyPromotionsSort | Unset):
        count (bool | Unset):  Default: False.
        active (bool | Unset):
        fields (list[LoyaltyPromotionField] | Unset):
        locale (LoyaltyPromotionsListLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        LoyaltyPromotionPage | Problem
    """

    return sync_detailed(
        client=client,
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        active=active,
        fields=fields,
        locale=locale,
        x_tenant=x_tenant,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: LoyaltyPromotionsSort | Unset = UNSET,
    count: bool | Unset = False,
    active: bool | Unset = UNSET,
    fields: list[LoyaltyPromotionField] | Unset = UNSET,
    locale: LoyaltyPromotionsListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[LoyaltyPromotionPage | Problem]:
    """List loyalty promotions

     Promotions: what multiplies the points that lines earn by their rules.

    Permission: `loyalty.rule.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (LoyaltyPromotionsSort | Unset):
        count (bool | Unset):  Default: False.
        active (bool | Unset):
        fields (list[LoyaltyPromotionField] | Unset):
        locale (LoyaltyPromotionsListLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[LoyaltyPromotionPage | Problem]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        active=active,
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
    sort: LoyaltyPromotionsSort | Unset = UNSET,
    count: bool | Unset = False,
    active: bool | Unset = UNSET,
    fields: list[LoyaltyPromotionField] | Unset = UNSET,
    locale: LoyaltyPromotionsListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> LoyaltyPromotionPage | Problem | None:
    """List loyalty promotions

     Promotions: what multiplies the points that lines earn by their rules.

    Permission: `loyalty.rule.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (LoyaltyPromotionsSort | Unset):
        count (bool | Unset):  Default: False.
        active (bool | Unset):
        fields (list[LoyaltyPromotionField] | Unset):
        locale (LoyaltyPromotionsListLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        LoyaltyPromotionPage | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            limit=limit,
            cursor=cursor,
            sort=sort,
            count=count,
            active=active,
            fields=fields,
            locale=locale,
            x_tenant=x_tenant,
        )
    ).parsed

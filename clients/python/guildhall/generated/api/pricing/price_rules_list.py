import datetime
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.price_component import PriceComponent
from ...models.price_rule_field import PriceRuleField
from ...models.price_rule_page import PriceRulePage
from ...models.price_rules_list_locale import PriceRulesListLocale
from ...models.price_rules_sort import PriceRulesSort
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: PriceRulesSort | Unset = UNSET,
    count: bool | Unset = False,
    component: list[PriceComponent] | Unset = UNSET,
    service: list[str] | Unset = UNSET,
    product: list[str] | Unset = UNSET,
    variant: list[str] | Unset = UNSET,
    category: list[str] | Unset = UNSET,
    branch: list[str] | Unset = UNSET,
    customer_class: str | Unset = UNSET,
    channel: str | Unset = UNSET,
    source: str | Unset = UNSET,
    target: str | Unset = UNSET,
    in_force_at: datetime.datetime | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[PriceRuleField] | Unset = UNSET,
    locale: PriceRulesListLocale | Unset = UNSET,
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

    json_component: list[str] | Unset = UNSET
    if not isinstance(component, Unset):
        json_component = []
        for component_item_data in component:
            component_item: str = component_item_data
            json_component.append(component_item)

    params["component"] = json_component

    json_service: list[str] | Unset = UNSET
    if not isinstance(service, Unset):
        json_service = service

    params["service"] = json_service

    json_product: list[str] | Unset = UNSET
    if not isinstance(product, Unset):
        json_product = product

    params["product"] = json_product

    json_variant: list[str] | Unset = UNSET
    if not isinstance(variant, Unset):
        json_variant = variant

    params["variant"] = json_variant

    json_category: list[str] | Unset = UNSET
    if not isinstance(category, Unset):
        json_category = category

    params["category"] = json_category

    json_branch: list[str] | Unset = UNSET
    if not isinstance(branch, Unset):
        json_branch = branch

    params["branch"] = json_branch

    params["customer_class"] = customer_class

    params["channel"] = channel

    params["source"] = source

    params["target"] = target

    json_in_force_at: str | Unset = UNSET
    if not isinstance(in_force_at, Unset):
        json_in_force_at = in_force_at.isoformat()
    params["in_force_at"] = json_in_force_at

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
        "url": "/api/v1/price-rules",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> PriceRulePage | Problem | None:
    if response.status_code == 200:
        response_200 = PriceRulePage.from_dict(response.json())

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
) -> Response[PriceRulePage | Problem]:
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
    sort: PriceRulesSort | Unset = UNSET,
    count: bool | Unset = False,
    component: list[PriceComponent] | Unset = UNSET,
    service: list[str] | Unset = UNSET,
    product: list[str] | Unset = UNSET,
    variant: list[str] | Unset = UNSET,
    category: list[str] | Unset = UNSET,
    branch: list[str] | Unset = UNSET,
    customer_class: str | Unset = UNSET,
    channel: str | Unset = UNSET,
    source: str | Unset = UNSET,
    target: str | Unset = UNSET,
    in_force_at: datetime.datetime | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[PriceRuleField] | Unset = UNSET,
    locale: PriceRulesListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[PriceRulePage | Problem]:
    """List price_rules

     Price rules: what units, options, copies and haste cost, and for which lines. The most specific rule
    that fits counts. What a rule names adds to its weight: variant 1024, product or service 512,
    category 256, customer class 128, branch 64, channel 32, source 8, target 8, document type 4. Ties
    go to the nearer category and branch, then to the higher rank, then to the later start. A change is
    a new version from now or a later time on; what was in force before never changes.

    Permission: `pricing.rule.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (PriceRulesSort | Unset):
        count (bool | Unset):  Default: False.
        component (list[PriceComponent] | Unset):
        service (list[str] | Unset):
        product (list[str] | Unset):
        variant (list[str] | Unset):
        category (list[str] | Unset):
        branch (list[str] | Unset):
        customer_class (str | Unset):
        channel (str | Unset):
        source (str | Unset):
        target (str | Unset):
        in_force_at (datetime.datetime | Unset):
        q (str | Unset):
        fields (list[PriceRuleField] | Unset):
        locale (PriceRulesListLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PriceRulePage | Problem]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        component=component,
        service=service,
        product=product,
        variant=variant,
        category=category,
        branch=branch,
        customer_class=customer_class,
        channel=channel,
        source=source,
        target=target,
        in_force_at=in_force_at,
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
    sort: PriceRulesSort | Unset = UNSET,
    count: bool | Unset = False,
    component: list[PriceComponent] | Unset = UNSET,
    service: list[str] | Unset = UNSET,
    product: list[str] | Unset = UNSET,
    variant: list[str] | Unset = UNSET,
    category: list[str] | Unset = UNSET,
    branch: list[str] | Unset = UNSET,
    customer_class: str | Unset = UNSET,
    channel: str | Unset = UNSET,
    source: str | Unset = UNSET,
    target: str | Unset = UNSET,
    in_force_at: datetime.datetime | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[PriceRuleField] | Unset = UNSET,
    locale: PriceRulesListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> PriceRulePage | Problem | None:
    """List price_rules

     Price rules: what units, options, copies and haste cost, and for which lines. The most specific rule
    that fits counts. What a rule names adds to its weight: variant 1024, product or service 512,
    category 256, customer class 128, branch 64, channel 32, source 8, target 8, document type 4. Ties
    go to the nearer category and branch, then to the higher rank, then to the later start. A change is
    a new version from now or a later time on; what was in force before never changes.

    Permission: `pricing.rule.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (PriceRulesSort | Unset):
        count (bool | Unset):  Default: False.
        component (list[PriceComponent] | Unset):
        service (list[str] | Unset):
        product (list[str] | Unset):
        variant (list[str] | Unset):
        category (list[str] | Unset):
        branch (list[str] | Unset):
        customer_class (str | Unset):
        channel (str | Unset):
        source (str | Unset):
        target (str | Unset):
        in_force_at (datetime.datetime | Unset):
        q (str | Unset):
        fields (list[PriceRuleField] | Unset):
        locale (PriceRulesListLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PriceRulePage | Problem
    """

    return sync_detailed(
        client=client,
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        component=component,
        service=service,
        product=product,
        variant=variant,
        category=category,
        branch=branch,
        customer_class=customer_class,
        channel=channel,
        source=source,
        target=target,
        in_force_at=in_force_at,
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
    sort: PriceRulesSort | Unset = UNSET,
    count: bool | Unset = False,
    component: list[PriceComponent] | Unset = UNSET,
    service: list[str] | Unset = UNSET,
    product: list[str] | Unset = UNSET,
    variant: list[str] | Unset = UNSET,
    category: list[str] | Unset = UNSET,
    branch: list[str] | Unset = UNSET,
    customer_class: str | Unset = UNSET,
    channel: str | Unset = UNSET,
    source: str | Unset = UNSET,
    target: str | Unset = UNSET,
    in_force_at: datetime.datetime | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[PriceRuleField] | Unset = UNSET,
    locale: PriceRulesListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[PriceRulePage | Problem]:
    """List price_rules

     Price rules: what units, options, copies and haste cost, and for which lines. The most specific rule
    that fits counts. What a rule names adds to its weight: variant 1024, product or service 512,
    category 256, customer class 128, branch 64, channel 32, source 8, target 8, document type 4. Ties
    go to the nearer category and branch, then to the higher rank, then to the later start. A change is
    a new version from now or a later time on; what was in force before never changes.

    Permission: `pricing.rule.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (PriceRulesSort | Unset):
        count (bool | Unset):  Default: False.
        component (list[PriceComponent] | Unset):
        service (list[str] | Unset):
        product (list[str] | Unset):
        variant (list[str] | Unset):
        category (list[str] | Unset):
        branch (list[str] | Unset):
        customer_class (str | Unset):
        channel (str | Unset):
        source (str | Unset):
        target (str | Unset):
        in_force_at (datetime.datetime | Unset):
        q (str | Unset):
        fields (list[PriceRuleField] | Unset):
        locale (PriceRulesListLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PriceRulePage | Problem]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        component=component,
        service=service,
        product=product,
        variant=variant,
        category=category,
        branch=branch,
        customer_class=customer_class,
        channel=channel,
        source=source,
        target=target,
        in_force_at=in_force_at,
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
    sort: PriceRulesSort | Unset = UNSET,
    count: bool | Unset = False,
    component: list[PriceComponent] | Unset = UNSET,
    service: list[str] | Unset = UNSET,
    product: list[str] | Unset = UNSET,
    variant: list[str] | Unset = UNSET,
    category: list[str] | Unset = UNSET,
    branch: list[str] | Unset = UNSET,
    customer_class: str | Unset = UNSET,
    channel: str | Unset = UNSET,
    source: str | Unset = UNSET,
    target: str | Unset = UNSET,
    in_force_at: datetime.datetime | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[PriceRuleField] | Unset = UNSET,
    locale: PriceRulesListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> PriceRulePage | Problem | None:
    """List price_rules

     Price rules: what units, options, copies and haste cost, and for which lines. The most specific rule
    that fits counts. What a rule names adds to its weight: variant 1024, product or service 512,
    category 256, customer class 128, branch 64, channel 32, source 8, target 8, document type 4. Ties
    go to the nearer category and branch, then to the higher rank, then to the later start. A change is
    a new version from now or a later time on; what was in force before never changes.

    Permission: `pricing.rule.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (PriceRulesSort | Unset):
        count (bool | Unset):  Default: False.
        component (list[PriceComponent] | Unset):
        service (list[str] | Unset):
        product (list[str] | Unset):
        variant (list[str] | Unset):
        category (list[str] | Unset):
        branch (list[str] | Unset):
        customer_class (str | Unset):
        channel (str | Unset):
        source (str | Unset):
        target (str | Unset):
        in_force_at (datetime.datetime | Unset):
        q (str | Unset):
        fields (list[PriceRuleField] | Unset):
        locale (PriceRulesListLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PriceRulePage | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            limit=limit,
            cursor=cursor,
            sort=sort,
            count=count,
            component=component,
            service=service,
            product=product,
            variant=variant,
            category=category,
            branch=branch,
            customer_class=customer_class,
            channel=channel,
            source=source,
            target=target,
            in_force_at=in_force_at,
            q=q,
            fields=fields,
            locale=locale,
            x_tenant=x_tenant,
        )
    ).parsed

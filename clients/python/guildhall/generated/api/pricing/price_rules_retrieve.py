from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.price_rule import PriceRule
from ...models.price_rule_field import PriceRuleField
from ...models.price_rules_retrieve_locale import PriceRulesRetrieveLocale
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    id: str,
    *,
    fields: list[PriceRuleField] | Unset = UNSET,
    locale: PriceRulesRetrieveLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_tenant, Unset):
        headers["X-Tenant"] = x_tenant

    params: dict[str, Any] = {}

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
        "url": "/api/v1/price-rules/{id}".format(
            id=quote(str(id), safe=""),
        ),
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | PriceRule | Problem | None:
    if response.status_code == 200:
        response_200 = PriceRule.from_dict(response.json())

        return response_200

    if response.status_code == 304:
        response_304 = cast(Any, None)
        return response_304

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
) -> Response[Any | PriceRule | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    id: str,
    *,
    client: AuthenticatedClient,
    fields: list[PriceRuleField] | Unset = UNSET,
    locale: PriceRulesRetrieveLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[Any | PriceRule | Problem]:
    """Read one of price_rules

     Price rules: what units, options, copies and haste cost, and for which lines. The most specific rule
    that fits counts. What a rule names adds to its weight: variant 1024, product or service 512,
    category 256, customer class 128, branch 64, channel 32, source 8, target 8, document type 4. Ties
    go to the nearer category and branch, then to the higher rank, then to the later start. A change is
    a new version from now or a later time on; what was in force before never changes.

    Permission: `pricing.rule.view`.

    Args:
        id (str):
        fields (list[PriceRuleField] | Unset):
        locale (PriceRulesRetrieveLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | PriceRule | Problem]
    """

    kwargs = _get_kwargs(
        id=id,
        fields=fields,
        locale=locale,
        x_tenant=x_tenant,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    id: str,
    *,
    client: AuthenticatedClient,
    fields: list[PriceRuleField] | Unset = UNSET,
    locale: PriceRulesRetrieveLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Any | PriceRule | Problem | None:
    """Read one of price_rules

     Price rules: what units, options, copies and haste cost, and for which lines. The most specific rule
    that fits counts. What a rule names adds to its weight: variant 1024, product or service 512,
    category 256, customer class 128, branch 64, channel 32, source 8, target 8, document type 4. Ties
    go to the nearer category and branch, then to the higher rank, then to the later start. A change is
    a new version from now or a later time on; what was in force before never changes.

    Permission: `pricing.rule.view`.

    Args:
        id (str):
        fields (list[PriceRuleField] | Unset):
        locale (PriceRulesRetrieveLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | PriceRule | Problem
    """

    return sync_detailed(
        id=id,
        client=client,
        fields=fields,
        locale=locale,
        x_tenant=x_tenant,
    ).parsed


async def asyncio_detailed(
    id: str,
    *,
    client: AuthenticatedClient,
    fields: list[PriceRuleField] | Unset = UNSET,
    locale: PriceRulesRetrieveLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[Any | PriceRule | Problem]:
    """Read one of price_rules

     Price rules: what units, options, copies and haste cost, and for which lines. The most specific rule
    that fits counts. What a rule names adds to its weight: variant 1024, product or service 512,
    category 256, customer class 128, branch 64, channel 32, source 8, target 8, document type 4. Ties
    go to the nearer category and branch, then to the higher rank, then to the later start. A change is
    a new version from now or a later time on; what was in force before never changes.

    Permission: `pricing.rule.view`.

    Args:
        id (str):
        fields (list[PriceRuleField] | Unset):
        locale (PriceRulesRetrieveLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | PriceRule | Problem]
    """

    kwargs = _get_kwargs(
        id=id,
        fields=fields,
        locale=locale,
        x_tenant=x_tenant,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    id: str,
    *,
    client: AuthenticatedClient,
    fields: list[PriceRuleField] | Unset = UNSET,
    locale: PriceRulesRetrieveLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Any | PriceRule | Problem | None:
    """Read one of price_rules

     Price rules: what units, options, copies and haste cost, and for which lines. The most specific rule
    that fits counts. What a rule names adds to its weight: variant 1024, product or service 512,
    category 256, customer class 128, branch 64, channel 32, source 8, target 8, document type 4. Ties
    go to the nearer category and branch, then to the higher rank, then to the later start. A change is
    a new version from now or a later time on; what was in force before never changes.

    Permission: `pricing.rule.view`.

    Args:
        id (str):
        fields (list[PriceRuleField] | Unset):
        locale (PriceRulesRetrieveLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | PriceRule | Problem
    """

    return (
        await asyncio_detailed(
            id=id,
            client=client,
            fields=fields,
            locale=locale,
            x_tenant=x_tenant,
        )
    ).parsed

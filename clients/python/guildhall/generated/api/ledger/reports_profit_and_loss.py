import datetime
from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.profit_and_loss_compared import ProfitAndLossCompared
from ...models.profit_and_loss_compared_field import (
    ProfitAndLossComparedField,
)
from ...models.reports_profit_and_loss_locale import (
    ReportsProfitAndLossLocale,
)
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    start: datetime.date | Unset = UNSET,
    end: datetime.date | Unset = UNSET,
    branch: str | Unset = UNSET,
    compare_start: datetime.date | Unset = UNSET,
    compare_end: datetime.date | Unset = UNSET,
    headings: bool | Unset = UNSET,
    fields: list[ProfitAndLossComparedField] | Unset = UNSET,
    locale: ReportsProfitAndLossLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_tenant, Unset):
        headers["X-Tenant"] = x_tenant

    params: dict[str, Any] = {}

    json_start: str | Unset = UNSET
    if not isinstance(start, Unset):
        json_start = start.isoformat()
    params["start"] = json_start

    json_end: str | Unset = UNSET
    if not isinstance(end, Unset):
        json_end = end.isoformat()
    params["end"] = json_end

    params["branch"] = branch

    json_compare_start: str | Unset = UNSET
    if not isinstance(compare_start, Unset):
        json_compare_start = compare_start.isoformat()
    params["compare_start"] = json_compare_start

    json_compare_end: str | Unset = UNSET
    if not isinstance(compare_end, Unset):
        json_compare_end = compare_end.isoformat()
    params["compare_end"] = json_compare_end

    params["headings"] = headings

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
        "url": "/api/v1/reports/profit-and-loss",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | Problem | ProfitAndLossCompared | None:
    if response.status_code == 200:
        response_200 = ProfitAndLossCompared.from_dict(response.json())

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

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

    if response.status_code == 429:
        response_429 = Problem.from_dict(response.json())

        return response_429

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Any | Problem | ProfitAndLossCompared]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    start: datetime.date | Unset = UNSET,
    end: datetime.date | Unset = UNSET,
    branch: str | Unset = UNSET,
    compare_start: datetime.date | Unset = UNSET,
    compare_end: datetime.date | Unset = UNSET,
    headings: bool | Unset = UNSET,
    fields: list[ProfitAndLossComparedField] | Unset = UNSET,
    locale: ReportsProfitAndLossLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[Any | Problem | ProfitAndLossCompared]:
    """What the business earned and spent in a span

     What the business earned and spent in a span.

    Permission: `ledger.report.view`.

    Refusals: `book_not_opened`, `span_invalid`.

    Args:
        start (datetime.date | Unset):
        end (datetime.date | Unset):
        branch (str | Unset):
        compare_start (datetime.date | Unset):
        compare_end (datetime.date | Unset):
        headings (bool | Unset):
        fields (list[ProfitAndLossComparedField] | Unset):
        locale (ReportsProfitAndLossLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Problem | ProfitAndLossCompared]
    """

    kwargs = _get_kwargs(
        start=start,
        end=end,
        branch=branch,
        compare_start=compare_start,
        compare_end=compare_end,
        headings=headings,
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
    start: datetime.date | Unset = UNSET,
    end: datetime.date | Unset = UNSET,
    branch: str | Unset = UNSET,
    compare_start: datetime.date | Unset = UNSET,
    compare_end: datetime.date | Unset = UNSET,
    headings: bool | Unset = UNSET,
    fields: list[ProfitAndLossComparedField] | Unset = UNSET,
    locale: ReportsProfitAndLossLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Any | Problem | ProfitAndLossCompared | None:
    """What the business earned and spent in a span

     What the business earned and spent in a span.

    Permission: `ledger.report.view`.

    Refusals: `book_not_opened`, `span_invalid`.

    Args:
        start (datetime.date | Unset):
        end (datetime.date | Unset):
        branch (str | Unset):
        compare_start (datetime.date | Unset):
        compare_end (datetime.date | Unset):
        headings (bool | Unset):
        fields (list[ProfitAndLossComparedField] | Unset):
        locale (ReportsProfitAndLossLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Problem | ProfitAndLossCompared
    """

    return sync_detailed(
        client=client,
        start=start,
        end=end,
        branch=branch,
        compare_start=compare_start,
        compare_end=compare_end,
        headings=headings,
        fields=fields,
        locale=locale,
        x_tenant=x_tenant,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    start: datetime.date | Unset = UNSET,
    end: datetime.date | Unset = UNSET,
    branch: str | Unset = UNSET,
    compare_start: datetime.date | Unset = UNSET,
    compare_end: datetime.date | Unset = UNSET,
    headings: bool | Unset = UNSET,
    fields: list[ProfitAndLossComparedField] | Unset = UNSET,
    locale: ReportsProfitAndLossLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[Any | Problem | ProfitAndLossCompared]:
    """What the business earned and spent in a span

     What the business earned and spent in a span.

    Permission: `ledger.report.view`.

    Refusals: `book_not_opened`, `span_invalid`.

    Args:
        start (datetime.date | Unset):
        end (datetime.date | Unset):
        branch (str | Unset):
        compare_start (datetime.date | Unset):
        compare_end (datetime.date | Unset):
        headings (bool | Unset):
        fields (list[ProfitAndLossComparedField] | Unset):
        locale (ReportsProfitAndLossLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Problem | ProfitAndLossCompared]
    """

    kwargs = _get_kwargs(
        start=start,
        end=end,
        branch=branch,
        compare_start=compare_start,
        compare_end=compare_end,
        headings=headings,
        fields=fields,
        locale=locale,
        x_tenant=x_tenant,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    start: datetime.date | Unset = UNSET,
    end: datetime.date | Unset = UNSET,
    branch: str | Unset = UNSET,
    compare_start: datetime.date | Unset = UNSET,
    compare_end: datetime.date | Unset = UNSET,
    headings: bool | Unset = UNSET,
    fields: list[ProfitAndLossComparedField] | Unset = UNSET,
    locale: ReportsProfitAndLossLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Any | Problem | ProfitAndLossCompared | None:
    """What the business earned and spent in a span

     What the business earned and spent in a span.

    Permission: `ledger.report.view`.

    Refusals: `book_not_opened`, `span_invalid`.

    Args:
        start (datetime.date | Unset):
        end (datetime.date | Unset):
        branch (str | Unset):
        compare_start (datetime.date | Unset):
        compare_end (datetime.date | Unset):
        headings (bool | Unset):
        fields (list[ProfitAndLossComparedField] | Unset):
        locale (ReportsProfitAndLossLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Problem | ProfitAndLossCompared
    """

    return (
        await asyncio_detailed(
            client=client,
            start=start,
            end=end,
            branch=branch,
            compare_start=compare_start,
            compare_end=compare_end,
            headings=headings,
            fields=fields,
            locale=locale,
            x_tenant=x_tenant,
        )
    ).parsed

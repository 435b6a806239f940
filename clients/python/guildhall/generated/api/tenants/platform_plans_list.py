from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.plan_field import PlanField
from ...models.plan_page import PlanPage
from ...models.plans_sort import PlansSort
from ...models.platform_plans_list_locale import PlatformPlansListLocale
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: PlansSort | Unset = UNSET,
    count: bool | Unset = False,
    offered: bool | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[PlanField] | Unset = UNSET,
    locale: PlatformPlansListLocale | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    json_sort: str | Unset = UNSET
    if not isinstance(sort, Unset):
        json_sort = sort

    params["sort"] = json_sort

    params["count"] = count

    params["offered"] = offered

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
        "url": "/api/v1/platform/plans",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> PlanPage | Problem | None:
    if response.status_code == 200:
        response_200 = PlanPage.from_dict(response.json())

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
) -> Response[PlanPage | Problem]:
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
    sort: PlansSort | Unset = UNSET,
    count: bool | Unset = False,
    offered: bool | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[PlanField] | Unset = UNSET,
    locale: PlatformPlansListLocale | Unset = UNSET,
) -> Response[PlanPage | Problem]:
    """List plans

     Plans: what businesses may have. A change holds for every business of the plan at once.

    Permission: `platform.tenant.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (PlansSort | Unset):
        count (bool | Unset):  Default: False.
        offered (bool | Unset):
        q (str | Unset):
        fields (list[PlanField] | Unset):
        locale (PlatformPlansListLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PlanPage | Problem]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        offered=offered,
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
    sort: PlansSort | Unset = UNSET,
    count: bool | Unset = False,
    offered: bool | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[PlanField] | Unset = UNSET,
    locale: PlatformPlansListLocale | Unset = UNSET,
) -> PlanPage | Problem | None:
    """List plans

     Plans: what businesses may have. A change holds for every business of the plan at once.

    Permission: `platform.tenant.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (PlansSort | Unset):
        count (bool | Unset):  Default: False.
        offered (bool | Unset):
        q (str | Unset):
        fields (list[PlanField] | Unset):
        locale (PlatformPlansListLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PlanPage | Problem
    """

    return sync_detailed(
        client=client,
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        offered=offered,
        q=q,
        fields=fields,
        locale=locale,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: PlansSort | Unset = UNSET,
    count: bool | Unset = False,
    offered: bool | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[PlanField] | Unset = UNSET,
    locale: PlatformPlansListLocale | Unset = UNSET,
) -> Response[PlanPage | Problem]:
    """List plans

     Plans: what businesses may have. A change holds for every business of the plan at once.

    Permission: `platform.tenant.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (PlansSort | Unset):
        count (bool | Unset):  Default: False.
        offered (bool | Unset):
        q (str | Unset):
        fields (list[PlanField] | Unset):
        locale (PlatformPlansListLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PlanPage | Problem]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        offered=offered,
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
    sort: PlansSort | Unset = UNSET,
    count: bool | Unset = False,
    offered: bool | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[PlanField] | Unset = UNSET,
    locale: PlatformPlansListLocale | Unset = UNSET,
) -> PlanPage | Problem | None:
    """List plans

     Plans: what businesses may have. A change holds for every business of the plan at once.

    Permission: `platform.tenant.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (PlansSort | Unset):
        count (bool | Unset):  Default: False.
        offered (bool | Unset):
        q (str | Unset):
        fields (list[PlanField] | Unset):
        locale (PlatformPlansListLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PlanPage | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            limit=limit,
            cursor=cursor,
            sort=sort,
            count=count,
            offered=offered,
            q=q,
            fields=fields,
            locale=locale,
        )
    ).parsed

from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.branches_open_locale import BranchesOpenLocale
from ...models.open_branch_field import OpenBranchField
from ...models.open_branch_list import OpenBranchList
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    near: str | Unset = UNSET,
    fields: list[OpenBranchField] | Unset = UNSET,
    locale: BranchesOpenLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_tenant, Unset):
        headers["X-Tenant"] = x_tenant

    params: dict[str, Any] = {}

    params["near"] = near

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
        "url": "/api/v1/branches/open",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | OpenBranchList | Problem | None:
    if response.status_code == 200:
        response_200 = OpenBranchList.from_dict(response.json())

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
) -> Response[Any | OpenBranchList | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    near: str | Unset = UNSET,
    fields: list[OpenBranchField] | Unset = UNSET,
    locale: BranchesOpenLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[Any | OpenBranchList | Problem]:
    """The branches that take orders, for whoever has not signed in: at most 200, by code or the nearest
    first

     The branches that take orders, for whoever has not signed in: at most 200, by code or the nearest
    first.

    Args:
        near (str | Unset):
        fields (list[OpenBranchField] | Unset):
        locale (BranchesOpenLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | OpenBranchList | Problem]
    """

    kwargs = _get_kwargs(
        near=near,
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
    near: str | Unset = UNSET,
    fields: list[OpenBranchField] | Unset = UNSET,
    locale: BranchesOpenLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Any | OpenBranchList | Problem | None:
    """The branches that take orders, for whoever has not signed in: at most 200, by code or the nearest
    first

     The branches that take orders, for whoever has not signed in: at most 200, by code or the nearest
    first.

    Args:
        near (str | Unset):
        fields (list[OpenBranchField] | Unset):
        locale (BranchesOpenLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | OpenBranchList | Problem
    """

    return sync_detailed(
        client=client,
        near=near,
        fields=fields,
        locale=locale,
        x_tenant=x_tenant,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    near: str | Unset = UNSET,
    fields: list[OpenBranchField] | Unset = UNSET,
    locale: BranchesOpenLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[Any | OpenBranchList | Problem]:
    """The branches that take orders, for whoever has not signed in: at most 200, by code or the nearest
    first

     The branches that take orders, for whoever has not signed in: at most 200, by code or the nearest
    first.

    Args:
        near (str | Unset):
        fields (list[OpenBranchField] | Unset):
        locale (BranchesOpenLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | OpenBranchList | Problem]
    """

    kwargs = _get_kwargs(
        near=near,
        fields=fields,
        locale=locale,
        x_tenant=x_tenant,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    near: str | Unset = UNSET,
    fields: list[OpenBranchField] | Unset = UNSET,
    locale: BranchesOpenLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Any | OpenBranchList | Problem | None:
    """The branches that take orders, for whoever has not signed in: at most 200, by code or the nearest
    first

     The branches that take orders, for whoever has not signed in: at most 200, by code or the nearest
    first.

    Args:
        near (str | Unset):
        fields (list[OpenBranchField] | Unset):
        locale (BranchesOpenLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | OpenBranchList | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            near=near,
            fields=fields,
            locale=locale,
            x_tenant=x_tenant,
        )
    ).parsed

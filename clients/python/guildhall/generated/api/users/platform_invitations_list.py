from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.invitation_field import InvitationField
from ...models.invitation_page import InvitationPage
from ...models.invitation_state import InvitationState
from ...models.platform_invitations_list_locale import (
    PlatformInvitationsListLocale,
)
from ...models.platform_invitations_sort import PlatformInvitationsSort
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: PlatformInvitationsSort | Unset = UNSET,
    count: bool | Unset = False,
    state: list[InvitationState] | Unset = UNSET,
    email: str | Unset = UNSET,
    customer: list[str] | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[InvitationField] | Unset = UNSET,
    locale: PlatformInvitationsListLocale | Unset = UNSET,
) -> dict[str, Any]:

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

    params["email"] = email

    json_customer: list[str] | Unset = UNSET
    if not isinstance(customer, Unset):
        json_customer = customer

    params["customer"] = json_customer

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
        "url": "/api/v1/platform/invitations",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> InvitationPage | Problem | None:
    if response.status_code == 200:
        response_200 = InvitationPage.from_dict(response.json())

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
) -> Response[InvitationPage | Problem]:
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
    sort: PlatformInvitationsSort | Unset = UNSET,
    count: bool | Unset = False,
    state: list[InvitationState] | Unset = UNSET,
    email: str | Unset = UNSET,
    customer: list[str] | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[InvitationField] | Unset = UNSET,
    locale: PlatformInvitationsListLocale | Unset = UNSET,
) -> Response[InvitationPage | Problem]:
    """List platform_invitations

     Invitations of operators.

    Permission: `accounts.invitation.manage`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (PlatformInvitationsSort | Unset):
        count (bool | Unset):  Default: False.
        state (list[InvitationState] | Unset):
        email (str | Unset):
        customer (list[str] | Unset):
        q (str | Unset):
        fields (list[InvitationField] | Unset):
        locale (PlatformInvitationsListLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[InvitationPage | Problem]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        state=state,
        email=email,
        customer=customer,
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
    sort: PlatformInvitationsSort | Unset = UNSET,
    count: bool | Unset = False,
    state: list[InvitationState] | Unset = UNSET,
    email: str | Unset = UNSET,
    customer: list[str] | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[InvitationField] | Unset = UNSET,
    locale: PlatformInvitationsListLocale | Unset = UNSET,
) -> InvitationPage | Problem | None:
    """List platform_invitations

     Invitations of operators.

    Permission: `accounts.invitation.manage`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (PlatformInvitationsSort | Unset):
        count (bool | Unset):  Default: False.
        state (list[InvitationState] | Unset):
        email (str | Unset):
        customer (list[str] | Unset):
        q (str | Unset):
        fields (list[InvitationField] | Unset):
        locale (PlatformInvitationsListLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        InvitationPage | Problem
    """

    return sync_detailed(
        client=client,
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        state=state,
        email=email,
        customer=customer,
        q=q,
        fields=fields,
        locale=locale,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: PlatformInvitationsSort | Unset = UNSET,
    count: bool | Unset = False,
    state: list[InvitationState] | Unset = UNSET,
    email: str | Unset = UNSET,
    customer: list[str] | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[InvitationField] | Unset = UNSET,
    locale: PlatformInvitationsListLocale | Unset = UNSET,
) -> Response[InvitationPage | Problem]:
    """List platform_invitations

     Invitations of operators.

    Permission: `accounts.invitation.manage`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (PlatformInvitationsSort | Unset):
        count (bool | Unset):  Default: False.
        state (list[InvitationState] | Unset):
        email (str | Unset):
        customer (list[str] | Unset):
        q (str | Unset):
        fields (list[InvitationField] | Unset):
        locale (PlatformInvitationsListLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[InvitationPage | Problem]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        state=state,
        email=email,
        customer=customer,
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
    sort: PlatformInvitationsSort | Unset = UNSET,
    count: bool | Unset = False,
    state: list[InvitationState] | Unset = UNSET,
    email: str | Unset = UNSET,
    customer: list[str] | Unset = UNSET,
    q: str | Unset = UNSET,
    fields: list[InvitationField] | Unset = UNSET,
    locale: PlatformInvitationsListLocale | Unset = UNSET,
) -> InvitationPage | Problem | None:
    """List platform_invitations

     Invitations of operators.

    Permission: `accounts.invitation.manage`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (PlatformInvitationsSort | Unset):
        count (bool | Unset):  Default: False.
        state (list[InvitationState] | Unset):
        email (str | Unset):
        customer (list[str] | Unset):
        q (str | Unset):
        fields (list[InvitationField] | Unset):
        locale (PlatformInvitationsListLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        InvitationPage | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            limit=limit,
            cursor=cursor,
            sort=sort,
            count=count,
            state=state,
            email=email,
            customer=customer,
            q=q,
            fields=fields,
            locale=locale,
        )
    ).parsed

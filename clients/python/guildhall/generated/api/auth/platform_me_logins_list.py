import datetime
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.login_field import LoginField
from ...models.login_outcome import LoginOutcome
from ...models.login_page import LoginPage
from ...models.platform_me_logins_list_locale import (
    PlatformMeLoginsListLocale,
)
from ...models.platform_me_logins_sort import PlatformMeLoginsSort
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: PlatformMeLoginsSort | Unset = UNSET,
    count: bool | Unset = False,
    outcome: list[LoginOutcome] | Unset = UNSET,
    ip: str | Unset = UNSET,
    at_from: datetime.datetime | Unset = UNSET,
    at_before: datetime.datetime | Unset = UNSET,
    fields: list[LoginField] | Unset = UNSET,
    locale: PlatformMeLoginsListLocale | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    json_sort: str | Unset = UNSET
    if not isinstance(sort, Unset):
        json_sort = sort

    params["sort"] = json_sort

    params["count"] = count

    json_outcome: list[str] | Unset = UNSET
    if not isinstance(outcome, Unset):
        json_outcome = []
        for outcome_item_data in outcome:
            outcome_item: str = outcome_item_data
            json_outcome.append(outcome_item)

    params["outcome"] = json_outcome

    params["ip"] = ip

    json_at_from: str | Unset = UNSET
    if not isinstance(at_from, Unset):
        json_at_from = at_from.isoformat()
    params["at_from"] = json_at_from

    json_at_before: str | Unset = UNSET
    if not isinstance(at_before, Unset):
        json_at_before = at_before.isoformat()
    params["at_before"] = json_at_before

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
        "url": "/api/v1/platform/me/logins",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> LoginPage | Problem | None:
    if response.status_code == 200:
        response_200 = LoginPage.from_dict(response.json())

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
) -> Response[LoginPage | Problem]:
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
    sort: PlatformMeLoginsSort | Unset = UNSET,
    count: bool | Unset = False,
    outcome: list[LoginOutcome] | Unset = UNSET,
    ip: str | Unset = UNSET,
    at_from: datetime.datetime | Unset = UNSET,
    at_before: datetime.datetime | Unset = UNSET,
    fields: list[LoginField] | Unset = UNSET,
    locale: PlatformMeLoginsListLocale | Unset = UNSET,
) -> Response[LoginPage | Problem]:
    """List platform_me_logins

     The operator's own sign-ins and failed attempts, newest first.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (PlatformMeLoginsSort | Unset):
        count (bool | Unset):  Default: False.
        outcome (list[LoginOutcome] | Unset):
        ip (str | Unset):
        at_from (datetime.datetime | Unset):
        at_before (datetime.datetime | Unset):
        fields (list[LoginField] | Unset):
        locale (PlatformMeLoginsListLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[LoginPage | Problem]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        outcome=outcome,
        ip=ip,
        at_from=at_from,
        at_before=at_before,
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
    sort: PlatformMeLoginsSort | Unset = UNSET,
    count: bool | Unset = False,
    outcome: list[LoginOutcome] | Unset = UNSET,
    ip: str | Unset = UNSET,
    at_from: datetime.datetime | Unset = UNSET,
    at_before: datetime.datetime | Unset = UNSET,
    fields: list[LoginField] | Unset = UNSET,
    locale: PlatformMeLoginsListLocale | Unset = UNSET,
) -> LoginPage | Problem | None:
    """List platform_me_logins

     The operator's own sign-ins and failed attempts, newest first.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (PlatformMeLoginsSort | Unset):
        count (bool | Unset):  Default: False.
        outcome (list[LoginOutcome] | Unset):
        ip (str | Unset):
        at_from (datetime.datetime | Unset):
        at_before (datetime.datetime | Unset):
        fields (list[LoginField] | Unset):
        locale (PlatformMeLoginsListLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        LoginPage | Problem
    """

    return sync_detailed(
        client=client,
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        outcome=outcome,
        ip=ip,
        at_from=at_from,
        at_before=at_before,
        fields=fields,
        locale=locale,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: PlatformMeLoginsSort | Unset = UNSET,
    count: bool | Unset = False,
    outcome: list[LoginOutcome] | Unset = UNSET,
    ip: str | Unset = UNSET,
    at_from: datetime.datetime | Unset = UNSET,
    at_before: datetime.datetime | Unset = UNSET,
    fields: list[LoginField] | Unset = UNSET,
    locale: PlatformMeLoginsListLocale | Unset = UNSET,
) -> Response[LoginPage | Problem]:
    """List platform_me_logins

     The operator's own sign-ins and failed attempts, newest first.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (PlatformMeLoginsSort | Unset):
        count (bool | Unset):  Default: False.
        outcome (list[LoginOutcome] | Unset):
        ip (str | Unset):
        at_from (datetime.datetime | Unset):
        at_before (datetime.datetime | Unset):
        fields (list[LoginField] | Unset):
        locale (PlatformMeLoginsListLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[LoginPage | Problem]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
        outcome=outcome,
        ip=ip,
        at_from=at_from,
        at_before=at_before,
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
    sort: PlatformMeLoginsSort | Unset = UNSET,
    count: bool | Unset = False,
    outcome: list[LoginOutcome] | Unset = UNSET,
    ip: str | Unset = UNSET,
    at_from: datetime.datetime | Unset = UNSET,
    at_before: datetime.datetime | Unset = UNSET,
    fields: list[LoginField] | Unset = UNSET,
    locale: PlatformMeLoginsListLocale | Unset = UNSET,
) -> LoginPage | Problem | None:
    """List platform_me_logins

     The operator's own sign-ins and failed attempts, newest first.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (PlatformMeLoginsSort | Unset):
        count (bool | Unset):  Default: False.
        outcome (list[LoginOutcome] | Unset):
        ip (str | Unset):
        at_from (datetime.datetime | Unset):
        at_before (datetime.datetime | Unset):
        fields (list[LoginField] | Unset):
        locale (PlatformMeLoginsListLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        LoginPage | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            limit=limit,
            cursor=cursor,
            sort=sort,
            count=count,
            outcome=outcome,
            ip=ip,
            at_from=at_from,
            at_before=at_before,
            fields=fields,
            locale=locale,
        )
    ).parsed

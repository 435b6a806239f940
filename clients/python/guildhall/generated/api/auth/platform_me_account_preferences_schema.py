from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.platform_me_account_preferences_schema_locale import (
    PlatformMeAccountPreferencesSchemaLocale,
)
from ...models.preferences_schema import PreferencesSchema
from ...models.preferences_schema_field import PreferencesSchemaField
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    fields: list[PreferencesSchemaField] | Unset = UNSET,
    locale: PlatformMeAccountPreferencesSchemaLocale | Unset = UNSET,
) -> dict[str, Any]:

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
        "url": "/api/v1/platform/me/preferences/schema",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | PreferencesSchema | Problem | None:
    if response.status_code == 200:
        response_200 = PreferencesSchema.from_dict(response.json())

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
) -> Response[Any | PreferencesSchema | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    fields: list[PreferencesSchemaField] | Unset = UNSET,
    locale: PlatformMeAccountPreferencesSchemaLocale | Unset = UNSET,
) -> Response[Any | PreferencesSchema | Problem]:
    """The JSON Schema of `preferences` in /me

     The JSON Schema of `preferences` in /me.

    Args:
        fields (list[PreferencesSchemaField] | Unset):
        locale (PlatformMeAccountPreferencesSchemaLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | PreferencesSchema | Problem]
    """

    kwargs = _get_kwargs(
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
    fields: list[PreferencesSchemaField] | Unset = UNSET,
    locale: PlatformMeAccountPreferencesSchemaLocale | Unset = UNSET,
) -> Any | PreferencesSchema | Problem | None:
    """The JSON Schema of `preferences` in /me

     The JSON Schema of `preferences` in /me.

    Args:
        fields (list[PreferencesSchemaField] | Unset):
        locale (PlatformMeAccountPreferencesSchemaLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | PreferencesSchema | Problem
    """

    return sync_detailed(
        client=client,
        fields=fields,
        locale=locale,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    fields: list[PreferencesSchemaField] | Unset = UNSET,
    locale: PlatformMeAccountPreferencesSchemaLocale | Unset = UNSET,
) -> Response[Any | PreferencesSchema | Problem]:
    """The JSON Schema of `preferences` in /me

     The JSON Schema of `preferences` in /me.

    Args:
        fields (list[PreferencesSchemaField] | Unset):
        locale (PlatformMeAccountPreferencesSchemaLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | PreferencesSchema | Problem]
    """

    kwargs = _get_kwargs(
        fields=fields,
        locale=locale,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    fields: list[PreferencesSchemaField] | Unset = UNSET,
    locale: PlatformMeAccountPreferencesSchemaLocale | Unset = UNSET,
) -> Any | PreferencesSchema | Problem | None:
    """The JSON Schema of `preferences` in /me

     The JSON Schema of `preferences` in /me.

    Args:
        fields (list[PreferencesSchemaField] | Unset):
        locale (PlatformMeAccountPreferencesSchemaLocale | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | PreferencesSchema | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            fields=fields,
            locale=locale,
        )
    ).parsed

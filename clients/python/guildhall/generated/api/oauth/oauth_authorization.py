from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.authorization import Authorization
from ...models.authorization_field import AuthorizationField
from ...models.oauth_authorization_locale import OauthAuthorizationLocale
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    response_type: str,
    client_id: str,
    redirect_uri: str,
    scope: str | Unset = UNSET,
    state: str | Unset = UNSET,
    code_challenge: str,
    code_challenge_method: str,
    fields: list[AuthorizationField] | Unset = UNSET,
    locale: OauthAuthorizationLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_tenant, Unset):
        headers["X-Tenant"] = x_tenant

    params: dict[str, Any] = {}

    params["response_type"] = response_type

    params["client_id"] = client_id

    params["redirect_uri"] = redirect_uri

    params["scope"] = scope

    params["state"] = state

    params["code_challenge"] = code_challenge

    params["code_challenge_method"] = code_challenge_method

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
        "url": "/api/v1/oauth/authorization",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | Authorization | Problem | None:
    if response.status_code == 200:
        response_200 = Authorization.from_dict(response.json())

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
) -> Response[Any | Authorization | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    response_type: str,
    client_id: str,
    redirect_uri: str,
    scope: str | Unset = UNSET,
    state: str | Unset = UNSET,
    code_challenge: str,
    code_challenge_method: str,
    fields: list[AuthorizationField] | Unset = UNSET,
    locale: OauthAuthorizationLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[Any | Authorization | Problem]:
    """Checks an application's request for the consent screen. Where it is refused, send the user nowhere

     Checks an application's request for the consent screen. Where it is refused, send the user nowhere.

    Refusals: `credential_restricted`, `not_while_impersonating`, `oauth_request_invalid`.

    Args:
        response_type (str):
        client_id (str):
        redirect_uri (str):
        scope (str | Unset):
        state (str | Unset):
        code_challenge (str):
        code_challenge_method (str):
        fields (list[AuthorizationField] | Unset):
        locale (OauthAuthorizationLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Authorization | Problem]
    """

    kwargs = _get_kwargs(
        response_type=response_type,
        client_id=client_id,
        redirect_uri=redirect_uri,
        scope=scope,
        state=state,
        code_challenge=code_challenge,
        code_challenge_method=code_challenge_method,
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
    response_type: str,
    client_id: str,
    redirect_uri: str,
    scope: str | Unset = UNSET,
    state: str | Unset = UNSET,
    code_challenge: str,
    code_challenge_method: str,
    fields: list[AuthorizationField] | Unset = UNSET,
    locale: OauthAuthorizationLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Any | Authorization | Problem | None:
    """Checks an application's request for the consent screen. Where it is refused, send the user nowhere

     Checks an application's request for the consent screen. Where it is refused, send the user nowhere.

    Refusals: `credential_restricted`, `not_while_impersonating`, `oauth_request_invalid`.

    Args:
        response_type (str):
        client_id (str):
        redirect_uri (str):
        scope (str | Unset):
        state (str | Unset):
        code_challenge (str):
        code_challenge_method (str):
        fields (list[AuthorizationField] | Unset):
        locale (OauthAuthorizationLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Authorization | Problem
    """

    return sync_detailed(
        client=client,
        response_type=response_type,
        client_id=client_id,
        redirect_uri=redirect_uri,
        scope=scope,
        state=state,
        code_challenge=code_challenge,
        code_challenge_method=code_challenge_method,
        fields=fields,
        locale=locale,
        x_tenant=x_tenant,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    response_type: str,
    client_id: str,
    redirect_uri: str,
    scope: str | Unset = UNSET,
    state: str | Unset = UNSET,
    code_challenge: str,
    code_challenge_method: str,
    fields: list[AuthorizationField] | Unset = UNSET,
    locale: OauthAuthorizationLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[Any | Authorization | Problem]:
    """Checks an application's request for the consent screen. Where it is refused, send the user nowhere

     Checks an application's request for the consent screen. Where it is refused, send the user nowhere.

    Refusals: `credential_restricted`, `not_while_impersonating`, `oauth_request_invalid`.

    Args:
        response_type (str):
        client_id (str):
        redirect_uri (str):
        scope (str | Unset):
        state (str | Unset):
        code_challenge (str):
        code_challenge_method (str):
        fields (list[AuthorizationField] | Unset):
        locale (OauthAuthorizationLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Authorization | Problem]
    """

    kwargs = _get_kwargs(
        response_type=response_type,
        client_id=client_id,
        redirect_uri=redirect_uri,
        scope=scope,
        state=state,
        code_challenge=code_challenge,
        code_challenge_method=code_challenge_method,
        fields=fields,
        locale=locale,
        x_tenant=x_tenant,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    response_type: str,
    client_id: str,
    redirect_uri: str,
    scope: str | Unset = UNSET,
    state: str | Unset = UNSET,
    code_challenge: str,
    code_challenge_method: str,
    fields: list[AuthorizationField] | Unset = UNSET,
    locale: OauthAuthorizationLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Any | Authorization | Problem | None:
    """Checks an application's request for the consent screen. Where it is refused, send the user nowhere

     Checks an application's request for the consent screen. Where it is refused, send the user nowhere.

    Refusals: `credential_restricted`, `not_while_impersonating`, `oauth_request_invalid`.

    Args:
        response_type (str):
        client_id (str):
        redirect_uri (str):
        scope (str | Unset):
        state (str | Unset):
        code_challenge (str):
        code_challenge_method (str):
        fields (list[AuthorizationField] | Unset):
        locale (OauthAuthorizationLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Authorization | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            response_type=response_type,
            client_id=client_id,
            redirect_uri=redirect_uri,
            scope=scope,
            state=state,
            code_challenge=code_challenge,
            code_challenge_method=code_challenge_method,
            fields=fields,
            locale=locale,
            x_tenant=x_tenant,
        )
    ).parsed

import datetime
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.credential_kind import CredentialKind
from ...models.problem import Problem
from ...models.true_or_false import TrueOrFalse
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    actor: str | Unset = UNSET,
    impersonator: str | Unset = UNSET,
    impersonated: TrueOrFalse | Unset = UNSET,
    resource: str | Unset = UNSET,
    table: str | Unset = UNSET,
    action: str | Unset = UNSET,
    ip: str | Unset = UNSET,
    credential: str | Unset = UNSET,
    credential_kind: CredentialKind | Unset = UNSET,
    request_id: str | Unset = UNSET,
    at_from: datetime.datetime | Unset = UNSET,
    at_before: datetime.datetime | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_tenant, Unset):
        headers["X-Tenant"] = x_tenant

    params: dict[str, Any] = {}

    params["actor"] = actor

    params["impersonator"] = impersonator

    json_impersonated: str | Unset = UNSET
    if not isinstance(impersonated, Unset):
        json_impersonated = impersonated

    params["impersonated"] = json_impersonated

    params["resource"] = resource

    params["table"] = table

    params["action"] = action

    params["ip"] = ip

    params["credential"] = credential

    json_credential_kind: str | Unset = UNSET
    if not isinstance(credential_kind, Unset):
        json_credential_kind = credential_kind

    params["credential_kind"] = json_credential_kind

    params["request_id"] = request_id

    json_at_from: str | Unset = UNSET
    if not isinstance(at_from, Unset):
        json_at_from = at_from.isoformat()
    params["at_from"] = json_at_from

    json_at_before: str | Unset = UNSET
    if not isinstance(at_before, Unset):
        json_at_before = at_before.isoformat()
    params["at_before"] = json_at_before

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/audit-log/export",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | str | None:
    if response.status_code == 200:
        response_200 = response.text
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
) -> Response[Problem | str]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    actor: str | Unset = UNSET,
    impersonator: str | Unset = UNSET,
    impersonated: TrueOrFalse | Unset = UNSET,
    resource: str | Unset = UNSET,
    table: str | Unset = UNSET,
    action: str | Unset = UNSET,
    ip: str | Unset = UNSET,
    credential: str | Unset = UNSET,
    credential_kind: CredentialKind | Unset = UNSET,
    request_id: str | Unset = UNSET,
    at_from: datetime.datetime | Unset = UNSET,
    at_before: datetime.datetime | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[Problem | str]:
    """The entries that the filters leave, newest first, as CSV (RFC 4180, UTF-8). Is itself recorded

     The entries that the filters leave, newest first, as CSV (RFC 4180, UTF-8). Is itself recorded.

    Permission: `audit.entry.export`.

    Args:
        actor (str | Unset):
        impersonator (str | Unset):
        impersonated (TrueOrFalse | Unset):
        resource (str | Unset):
        table (str | Unset):
        action (str | Unset):
        ip (str | Unset):
        credential (str | Unset):
        credential_kind (CredentialKind | Unset):
        request_id (str | Unset):
        at_from (datetime.datetime | Unset):
        at_before (datetime.datetime | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
    """

    kwargs = _get_kwargs(
        actor=actor,
        impersonator=impersonator,
        impersonated=impersonated,
        resource=resource,
        table=table,
        action=action,
        ip=ip,
        credential=credential,
        credential_kind=credential_kind,
        request_id=request_id,
        at_from=at_from,
        at_before=at_before,
        x_tenant=x_tenant,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    actor: str | Unset = UNSET,
    impersonator: str | Unset = UNSET,
    impersonated: TrueOrFalse | Unset = UNSET,
    resource: str | Unset = UNSET,
    table: str | Unset = UNSET,
    action: str | Unset = UNSET,
    ip: str | Unset = UNSET,
    credential: str | Unset = UNSET,
    credential_kind: CredentialKind | Unset = UNSET,
    request_id: str | Unset = UNSET,
    at_from: datetime.datetime | Unset = UNSET,
    at_before: datetime.datetime | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Problem | str | None:
    """The entries that the filters leave, newest first, as CSV (RFC 4180, UTF-8). Is itself recorded

     The entries that the filters leave, newest first, as CSV (RFC 4180, UTF-8). Is itself recorded.

    Permission: `audit.entry.export`.

    Args:
        actor (str | Unset):
        impersonator (str | Unset):
        impersonated (TrueOrFalse | Unset):
        resource (str | Unset):
        table (str | Unset):
        action (str | Unset):
        ip (str | Unset):
        credential (str | Unset):
        credential_kind (CredentialKind | Unset):
        request_id (str | Unset):
        at_from (datetime.datetime | Unset):
        at_before (datetime.datetime | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
    """

    return sync_detailed(
        client=client,
        actor=actor,
        impersonator=impersonator,
        impersonated=impersonated,
        resource=resource,
        table=table,
        action=action,
        ip=ip,
        credential=credential,
        credential_kind=credential_kind,
        request_id=request_id,
        at_from=at_from,
        at_before=at_before,
        x_tenant=x_tenant,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    actor: str | Unset = UNSET,
    impersonator: str | Unset = UNSET,
    impersonated: TrueOrFalse | Unset = UNSET,
    resource: str | Unset = UNSET,
    table: str | Unset = UNSET,
    action: str | Unset = UNSET,
    ip: str | Unset = UNSET,
    credential: str | Unset = UNSET,
    credential_kind: CredentialKind | Unset = UNSET,
    request_id: str | Unset = UNSET,
    at_from: datetime.datetime | Unset = UNSET,
    at_before: datetime.datetime | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[Problem | str]:
    """The entries that the filters leave, newest first, as CSV (RFC 4180, UTF-8). Is itself recorded

     The entries that the filters leave, newest first, as CSV (RFC 4180, UTF-8). Is itself recorded.

    Permission: `audit.entry.export`.

    Args:
        actor (str | Unset):
        impersonator (str | Unset):
        impersonated (TrueOrFalse | Unset):
        resource (str | Unset):
        table (str | Unset):
        action (str | Unset):
        ip (str | Unset):
        credential (str | Unset):
        credential_kind (CredentialKind | Unset):
        request_id (str | Unset):
        at_from (datetime.datetime | Unset):
        at_before (datetime.datetime | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
    """

    kwargs = _get_kwargs(
        actor=actor,
        impersonator=impersonator,
        impersonated=impersonated,
        resource=resource,
        table=table,
        action=action,
        ip=ip,
        credential=credential,
        credential_kind=credential_kind,
        request_id=request_id,
        at_from=at_from,
        at_before=at_before,
        x_tenant=x_tenant,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    actor: str | Unset = UNSET,
    impersonator: str | Unset = UNSET,
    impersonated: TrueOrFalse | Unset = UNSET,
    resource: str | Unset = UNSET,
    table: str | Unset = UNSET,
    action: str | Unset = UNSET,
    ip: str | Unset = UNSET,
    credential: str | Unset = UNSET,
    credential_kind: CredentialKind | Unset = UNSET,
    request_id: str | Unset = UNSET,
    at_from: datetime.datetime | Unset = UNSET,
    at_before: datetime.datetime | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Problem | str | None:
    """The entries that the filters leave, newest first, as CSV (RFC 4180, UTF-8). Is itself recorded

     The entries that the filters leave, newest first, as CSV (RFC 4180, UTF-8). Is itself recorded.

    Permission: `audit.entry.export`.

    Args:
        actor (str | Unset):
        impersonator (str | Unset):
        impersonated (TrueOrFalse | Unset):
        resource (str | Unset):
        table (str | Unset):
        action (str | Unset):
        ip (str | Unset):
        credential (str | Unset):
        credential_kind (CredentialKind | Unset):
        request_id (str | Unset):
        at_from (datetime.datetime | Unset):
        at_before (datetime.datetime | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
    """

    return (
        await asyncio_detailed(
            client=client,
            actor=actor,
            impersonator=impersonator,
            impersonated=impersonated,
            resource=resource,
            table=table,
            action=action,
            ip=ip,
            credential=credential,
            credential_kind=credential_kind,
            request_id=request_id,
            at_from=at_from,
            at_before=at_before,
            x_tenant=x_tenant,
        )
    ).parsed

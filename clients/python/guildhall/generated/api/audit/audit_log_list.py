import datetime
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.audit_entry_field import AuditEntryField
from ...models.audit_entry_page import AuditEntryPage
from ...models.audit_log_list_locale import AuditLogListLocale
from ...models.audit_log_sort import AuditLogSort
from ...models.credential_kind import CredentialKind
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: AuditLogSort | Unset = UNSET,
    count: bool | Unset = False,
    actor: list[str] | Unset = UNSET,
    impersonator: list[str] | Unset = UNSET,
    impersonated: bool | Unset = UNSET,
    resource: str | Unset = UNSET,
    table: str | Unset = UNSET,
    action: str | Unset = UNSET,
    ip: str | Unset = UNSET,
    credential: str | Unset = UNSET,
    credential_kind: list[CredentialKind] | Unset = UNSET,
    request_id: str | Unset = UNSET,
    at_from: datetime.datetime | Unset = UNSET,
    at_before: datetime.datetime | Unset = UNSET,
    fields: list[AuditEntryField] | Unset = UNSET,
    locale: AuditLogListLocale | Unset = UNSET,
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

    json_actor: list[str] | Unset = UNSET
    if not isinstance(actor, Unset):
        json_actor = actor

    params["actor"] = json_actor

    json_impersonator: list[str] | Unset = UNSET
    if not isinstance(impersonator, Unset):
        json_impersonator = impersonator

    params["impersonator"] = json_impersonator

    params["impersonated"] = impersonated

    params["resource"] = resource

    params["table"] = table

    params["action"] = action

    params["ip"] = ip

    params["credential"] = credential

    json_credential_kind: list[str] | Unset = UNSET
    if not isinstance(credential_kind, Unset):
        json_credential_kind = []
        for credential_kind_item_data in credential_kind:
            credential_kind_item: str = credential_kind_item_data
            json_credential_kind.append(credential_kind_item)

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
        "url": "/api/v1/audit-log",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> AuditEntryPage | Problem | None:
    if response.status_code == 200:
        response_200 = AuditEntryPage.from_dict(response.json())

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
) -> Response[AuditEntryPage | Problem]:
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
    sort: AuditLogSort | Unset = UNSET,
    count: bool | Unset = False,
    actor: list[str] | Unset = UNSET,
    impersonator: list[str] | Unset = UNSET,
    impersonated: bool | Unset = UNSET,
    resource: str | Unset = UNSET,
    table: str | Unset = UNSET,
    action: str | Unset = UNSET,
    ip: str | Unset = UNSET,
    credential: str | Unset = UNSET,
    credential_kind: list[CredentialKind] | Unset = UNSET,
    request_id: str | Unset = UNSET,
    at_from: datetime.datetime | Unset = UNSET,
    at_before: datetime.datetime | Unset = UNSET,
    fields: list[AuditEntryField] | Unset = UNSET,
    locale: AuditLogListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[AuditEntryPage | Problem]:
    """List audit_log

     Who did what: changes, written by the database, and actions that change nothing. Newest first, never
    changed.

    Permission: `audit.entry.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (AuditLogSort | Unset):
        count (bool | Unset):  Default: False.
        actor (list[str] | Unset):
        impersonator (list[str] | Unset):
        impersonated (bool | Unset):
        resource (str | Unset):
        table (str | Unset):
        action (str | Unset):
        ip (str | Unset):
        credential (str | Unset):
        credential_kind (list[CredentialKind] | Unset):
        request_id (str | Unset):
        at_from (datetime.datetime | Unset):
        at_before (datetime.datetime | Unset):
        fields (list[AuditEntryField] | Unset):
        locale (AuditLogListLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AuditEntryPage | Problem]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
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
    sort: AuditLogSort | Unset = UNSET,
    count: bool | Unset = False,
    actor: list[str] | Unset = UNSET,
    impersonator: list[str] | Unset = UNSET,
    impersonated: bool | Unset = UNSET,
    resource: str | Unset = UNSET,
    table: str | Unset = UNSET,
    action: str | Unset = UNSET,
    ip: str | Unset = UNSET,
    credential: str | Unset = UNSET,
    credential_kind: list[CredentialKind] | Unset = UNSET,
    request_id: str | Unset = UNSET,
    at_from: datetime.datetime | Unset = UNSET,
    at_before: datetime.datetime | Unset = UNSET,
    fields: list[AuditEntryField] | Unset = UNSET,
    locale: AuditLogListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> AuditEntryPage | Problem | None:
    """List audit_log

     Who did what: changes, written by the database, and actions that change nothing. Newest first, never
    changed.

    Permission: `audit.entry.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (AuditLogSort | Unset):
        count (bool | Unset):  Default: False.
        actor (list[str] | Unset):
        impersonator (list[str] | Unset):
        impersonated (bool | Unset):
        resource (str | Unset):
        table (str | Unset):
        action (str | Unset):
        ip (str | Unset):
        credential (str | Unset):
        credential_kind (list[CredentialKind] | Unset):
        request_id (str | Unset):
        at_from (datetime.datetime | Unset):
        at_before (datetime.datetime | Unset):
        fields (list[AuditEntryField] | Unset):
        locale (AuditLogListLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AuditEntryPage | Problem
    """

    return sync_detailed(
        client=client,
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
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
        fields=fields,
        locale=locale,
        x_tenant=x_tenant,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    sort: AuditLogSort | Unset = UNSET,
    count: bool | Unset = False,
    actor: list[str] | Unset = UNSET,
    impersonator: list[str] | Unset = UNSET,
    impersonated: bool | Unset = UNSET,
    resource: str | Unset = UNSET,
    table: str | Unset = UNSET,
    action: str | Unset = UNSET,
    ip: str | Unset = UNSET,
    credential: str | Unset = UNSET,
    credential_kind: list[CredentialKind] | Unset = UNSET,
    request_id: str | Unset = UNSET,
    at_from: datetime.datetime | Unset = UNSET,
    at_before: datetime.datetime | Unset = UNSET,
    fields: list[AuditEntryField] | Unset = UNSET,
    locale: AuditLogListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[AuditEntryPage | Problem]:
    """List audit_log

     Who did what: changes, written by the database, and actions that change nothing. Newest first, never
    changed.

    Permission: `audit.entry.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (AuditLogSort | Unset):
        count (bool | Unset):  Default: False.
        actor (list[str] | Unset):
        impersonator (list[str] | Unset):
        impersonated (bool | Unset):
        resource (str | Unset):
        table (str | Unset):
        action (str | Unset):
        ip (str | Unset):
        credential (str | Unset):
        credential_kind (list[CredentialKind] | Unset):
        request_id (str | Unset):
        at_from (datetime.datetime | Unset):
        at_before (datetime.datetime | Unset):
        fields (list[AuditEntryField] | Unset):
        locale (AuditLogListLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AuditEntryPage | Problem]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        sort=sort,
        count=count,
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
    sort: AuditLogSort | Unset = UNSET,
    count: bool | Unset = False,
    actor: list[str] | Unset = UNSET,
    impersonator: list[str] | Unset = UNSET,
    impersonated: bool | Unset = UNSET,
    resource: str | Unset = UNSET,
    table: str | Unset = UNSET,
    action: str | Unset = UNSET,
    ip: str | Unset = UNSET,
    credential: str | Unset = UNSET,
    credential_kind: list[CredentialKind] | Unset = UNSET,
    request_id: str | Unset = UNSET,
    at_from: datetime.datetime | Unset = UNSET,
    at_before: datetime.datetime | Unset = UNSET,
    fields: list[AuditEntryField] | Unset = UNSET,
    locale: AuditLogListLocale | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> AuditEntryPage | Problem | None:
    """List audit_log

     Who did what: changes, written by the database, and actions that change nothing. Newest first, never
    changed.

    Permission: `audit.entry.view`.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        sort (AuditLogSort | Unset):
        count (bool | Unset):  Default: False.
        actor (list[str] | Unset):
        impersonator (list[str] | Unset):
        impersonated (bool | Unset):
        resource (str | Unset):
        table (str | Unset):
        action (str | Unset):
        ip (str | Unset):
        credential (str | Unset):
        credential_kind (list[CredentialKind] | Unset):
        request_id (str | Unset):
        at_from (datetime.datetime | Unset):
        at_before (datetime.datetime | Unset):
        fields (list[AuditEntryField] | Unset):
        locale (AuditLogListLocale | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AuditEntryPage | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            limit=limit,
            cursor=cursor,
            sort=sort,
            count=count,
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
            fields=fields,
            locale=locale,
            x_tenant=x_tenant,
        )
    ).parsed

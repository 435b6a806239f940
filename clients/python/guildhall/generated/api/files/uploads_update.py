from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.upload import Upload
from ...types import UNSET, File, Response, Unset


def _get_kwargs(
    id: str,
    *,
    body: File,
    offset: int,
    if_match: str | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    if not isinstance(x_tenant, Unset):
        headers["X-Tenant"] = x_tenant

    params: dict[str, Any] = {}

    params["offset"] = offset

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "patch",
        "url": "/api/v1/files/uploads/{id}".format(
            id=quote(str(id), safe=""),
        ),
        "params": params,
    }

    _kwargs["content"] = body.payload
    headers["Content-Type"] = "application/octet-stream"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | Upload | None:
    if response.status_code == 200:
        response_200 = Upload.from_dict(response.json())

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

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

    if response.status_code == 412:
        response_412 = Problem.from_dict(response.json())

        return response_412

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = Problem.from_dict(response.json())

        return response_415

    if response.status_code == 429:
        response_429 = Problem.from_dict(response.json())

        return response_429

    if response.status_code == 503:
        response_503 = Problem.from_dict(response.json())

        return response_503

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Problem | Upload]:
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
    body: File,
    offset: int,
    if_match: str | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[Problem | Upload]:
    """Change one of uploads

     Send the next chunk as the raw body. `upload_offset_mismatch` tells where to continue from; it is
    also the answer to a chunk that had arrived already.

    Permission: `files.file.upload`.

    Refusals: `file_unavailable`, `upload_chunk_empty`, `upload_chunk_too_large`,
    `upload_offset_mismatch`, `upload_overflow`, `upload_too_many_chunks`, `upload_truncated`.

    Args:
        id (str):
        offset (int):
        if_match (str | Unset):
        x_tenant (str | Unset):
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | Upload]
    """

    kwargs = _get_kwargs(
        id=id,
        body=body,
        offset=offset,
        if_match=if_match,
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
    body: File,
    offset: int,
    if_match: str | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Problem | Upload | None:
    """Change one of uploads

     Send the next chunk as the raw body. `upload_offset_mismatch` tells where to continue from; it is
    also the answer to a chunk that had arrived already.

    Permission: `files.file.upload`.

    Refusals: `file_unavailable`, `upload_chunk_empty`, `upload_chunk_too_large`,
    `upload_offset_mismatch`, `upload_overflow`, `upload_too_many_chunks`, `upload_truncated`.

    Args:
        id (str):
        offset (int):
        if_match (str | Unset):
        x_tenant (str | Unset):
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | Upload
    """

    return sync_detailed(
        id=id,
        client=client,
        body=body,
        offset=offset,
        if_match=if_match,
        x_tenant=x_tenant,
    ).parsed


async def asyncio_detailed(
    id: str,
    *,
    client: AuthenticatedClient,
    body: File,
    offset: int,
    if_match: str | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[Problem | Upload]:
    """Change one of uploads

     Send the next chunk as the raw body. `upload_offset_mismatch` tells where to continue from; it is
    also the answer to a chunk that had arrived already.

    Permission: `files.file.upload`.

    Refusals: `file_unavailable`, `upload_chunk_empty`, `upload_chunk_too_large`,
    `upload_offset_mismatch`, `upload_overflow`, `upload_too_many_chunks`, `upload_truncated`.

    Args:
        id (str):
        offset (int):
        if_match (str | Unset):
        x_tenant (str | Unset):
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | Upload]
    """

    kwargs = _get_kwargs(
        id=id,
        body=body,
        offset=offset,
        if_match=if_match,
        x_tenant=x_tenant,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    id: str,
    *,
    client: AuthenticatedClient,
    body: File,
    offset: int,
    if_match: str | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Problem | Upload | None:
    """Change one of uploads

     Send the next chunk as the raw body. `upload_offset_mismatch` tells where to continue from; it is
    also the answer to a chunk that had arrived already.

    Permission: `files.file.upload`.

    Refusals: `file_unavailable`, `upload_chunk_empty`, `upload_chunk_too_large`,
    `upload_offset_mismatch`, `upload_overflow`, `upload_too_many_chunks`, `upload_truncated`.

    Args:
        id (str):
        offset (int):
        if_match (str | Unset):
        x_tenant (str | Unset):
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | Upload
    """

    return (
        await asyncio_detailed(
            id=id,
            client=client,
            body=body,
            offset=offset,
            if_match=if_match,
            x_tenant=x_tenant,
        )
    ).parsed

from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.file import File
from ...models.file_category import FileCategory
from ...models.files_create_body import FilesCreateBody
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: FilesCreateBody,
    category: FileCategory | Unset = UNSET,
    wait: bool | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    if not isinstance(x_tenant, Unset):
        headers["X-Tenant"] = x_tenant

    params: dict[str, Any] = {}

    json_category: str | Unset = UNSET
    if not isinstance(category, Unset):
        json_category = category

    params["category"] = json_category

    params["wait"] = wait

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/files",
        "params": params,
    }

    _kwargs["files"] = body.to_multipart()

    headers["Content-Type"] = "multipart/form-data; boundary=+++"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> File | Problem | None:
    if response.status_code == 201:
        response_201 = File.from_dict(response.json())

        return response_201

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 402:
        response_402 = Problem.from_dict(response.json())

        return response_402

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = Problem.from_dict(response.json())

        return response_415

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())

        return response_422

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
) -> Response[File | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: FilesCreateBody,
    category: FileCategory | Unset = UNSET,
    wait: bool | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[File | Problem]:
    """Create one of files

     Upload a file in one request, as the only part `file` of a multipart body. The type is decided by
    the content. Pages are counted before the answer up to `inline_bytes` of `GET /capabilities`; larger
    files, and all with `wait=false`, answer in the state `analysing`.

    Permission: `files.file.upload`.

    Refusals: `analysis_busy`, `analysis_limit_exceeded`, `archive_bomb`, `category_not_allowed`,
    `category_type_not_allowed`, `document_broken`, `document_encrypted`, `document_macros`,
    `document_too_old`, `file_empty`, `file_polyglot`, `file_too_large`, `file_type_mismatch`,
    `file_type_not_allowed`, `file_unavailable`, `image_broken`, `image_too_large`, `limit_reached`,
    `pdf_broken`, `pdf_encrypted`, `text_too_large`, `too_many_pages`, `upload_truncated`.

    Args:
        category (FileCategory | Unset):
        wait (bool | Unset):
        idempotency_key (str | Unset):
        x_tenant (str | Unset):
        body (FilesCreateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[File | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
        category=category,
        wait=wait,
        idempotency_key=idempotency_key,
        x_tenant=x_tenant,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: FilesCreateBody,
    category: FileCategory | Unset = UNSET,
    wait: bool | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> File | Problem | None:
    """Create one of files

     Upload a file in one request, as the only part `file` of a multipart body. The type is decided by
    the content. Pages are counted before the answer up to `inline_bytes` of `GET /capabilities`; larger
    files, and all with `wait=false`, answer in the state `analysing`.

    Permission: `files.file.upload`.

    Refusals: `analysis_busy`, `analysis_limit_exceeded`, `archive_bomb`, `category_not_allowed`,
    `category_type_not_allowed`, `document_broken`, `document_encrypted`, `document_macros`,
    `document_too_old`, `file_empty`, `file_polyglot`, `file_too_large`, `file_type_mismatch`,
    `file_type_not_allowed`, `file_unavailable`, `image_broken`, `image_too_large`, `limit_reached`,
    `pdf_broken`, `pdf_encrypted`, `text_too_large`, `too_many_pages`, `upload_truncated`.

    Args:
        category (FileCategory | Unset):
        wait (bool | Unset):
        idempotency_key (str | Unset):
        x_tenant (str | Unset):
        body (FilesCreateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        File | Problem
    """

    return sync_detailed(
        client=client,
        body=body,
        category=category,
        wait=wait,
        idempotency_key=idempotency_key,
        x_tenant=x_tenant,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: FilesCreateBody,
    category: FileCategory | Unset = UNSET,
    wait: bool | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[File | Problem]:
    """Create one of files

     Upload a file in one request, as the only part `file` of a multipart body. The type is decided by
    the content. Pages are counted before the answer up to `inline_bytes` of `GET /capabilities`; larger
    files, and all with `wait=false`, answer in the state `analysing`.

    Permission: `files.file.upload`.

    Refusals: `analysis_busy`, `analysis_limit_exceeded`, `archive_bomb`, `category_not_allowed`,
    `category_type_not_allowed`, `document_broken`, `document_encrypted`, `document_macros`,
    `document_too_old`, `file_empty`, `file_polyglot`, `file_too_large`, `file_type_mismatch`,
    `file_type_not_allowed`, `file_unavailable`, `image_broken`, `image_too_large`, `limit_reached`,
    `pdf_broken`, `pdf_encrypted`, `text_too_large`, `too_many_pages`, `upload_truncated`.

    Args:
        category (FileCategory | Unset):
        wait (bool | Unset):
        idempotency_key (str | Unset):
        x_tenant (str | Unset):
        body (FilesCreateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[File | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
        category=category,
        wait=wait,
        idempotency_key=idempotency_key,
        x_tenant=x_tenant,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: FilesCreateBody,
    category: FileCategory | Unset = UNSET,
    wait: bool | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> File | Problem | None:
    """Create one of files

     Upload a file in one request, as the only part `file` of a multipart body. The type is decided by
    the content. Pages are counted before the answer up to `inline_bytes` of `GET /capabilities`; larger
    files, and all with `wait=false`, answer in the state `analysing`.

    Permission: `files.file.upload`.

    Refusals: `analysis_busy`, `analysis_limit_exceeded`, `archive_bomb`, `category_not_allowed`,
    `category_type_not_allowed`, `document_broken`, `document_encrypted`, `document_macros`,
    `document_too_old`, `file_empty`, `file_polyglot`, `file_too_large`, `file_type_mismatch`,
    `file_type_not_allowed`, `file_unavailable`, `image_broken`, `image_too_large`, `limit_reached`,
    `pdf_broken`, `pdf_encrypted`, `text_too_large`, `too_many_pages`, `upload_truncated`.

    Args:
        category (FileCategory | Unset):
        wait (bool | Unset):
        idempotency_key (str | Unset):
        x_tenant (str | Unset):
        body (FilesCreateBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        File | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            category=category,
            wait=wait,
            idempotency_key=idempotency_key,
            x_tenant=x_tenant,
        )
    ).parsed

from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.customer_merge import CustomerMerge
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    id: str,
    *,
    idempotency_key: str | Unset = UNSET,
    if_match: str | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    if not isinstance(x_tenant, Unset):
        headers["X-Tenant"] = x_tenant

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/customers/{id}/undo-merge".format(
            id=quote(str(id), safe=""),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> CustomerMerge | Problem | None:
    if response.status_code == 200:
        response_200 = CustomerMerge.from_dict(response.json())

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
) -> Response[CustomerMerge | Problem]:
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
    idempotency_key: str | Unset = UNSET,
    if_match: str | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[CustomerMerge | Problem]:
    """Take back that the customer was merged into another: what had come from it is its own again

     Take back that the customer was merged into another: what had come from it is its own again. So is
    what came since for its orders alone, a payment or points; all else stays with the other. Refused
    where an allocation or a redemption joins money or points of the one with an order of the other.

    Permission: `customers.merge.manage`.

    Refusals: `customer_erased`, `customer_erasure_open`, `customer_merge_busy`,
    `customer_merge_expired`, `customer_merge_mixed`, `customer_not_merged`, `data_held`.

    Args:
        id (str):
        idempotency_key (str | Unset):
        if_match (str | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CustomerMerge | Problem]
    """

    kwargs = _get_kwargs(
        id=id,
        idempotency_key=idempotency_key,
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
    idempotency_key: str | Unset = UNSET,
    if_match: str | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> CustomerMerge | Problem | None:
    """Take back that the customer was merged into another: what had come from it is its own again

     Take back that the customer was merged into another: what had come from it is its own again. So is
    what came since for its orders alone, a payment or points; all else stays with the other. Refused
    where an allocation or a redemption joins money or points of the one with an order of the other.

    Permission: `customers.merge.manage`.

    Refusals: `customer_erased`, `customer_erasure_open`, `customer_merge_busy`,
    `customer_merge_expired`, `customer_merge_mixed`, `customer_not_merged`, `data_held`.

    Args:
        id (str):
        idempotency_key (str | Unset):
        if_match (str | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CustomerMerge | Problem
    """

    return sync_detailed(
        id=id,
        client=client,
        idempotency_key=idempotency_key,
        if_match=if_match,
        x_tenant=x_tenant,
    ).parsed


async def asyncio_detailed(
    id: str,
    *,
    client: AuthenticatedClient,
    idempotency_key: str | Unset = UNSET,
    if_match: str | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[CustomerMerge | Problem]:
    """Take back that the customer was merged into another: what had come from it is its own again

     Take back that the customer was merged into another: what had come from it is its own again. So is
    what came since for its orders alone, a payment or points; all else stays with the other. Refused
    where an allocation or a redemption joins money or points of the one with an order of the other.

    Permission: `customers.merge.manage`.

    Refusals: `customer_erased`, `customer_erasure_open`, `customer_merge_busy`,
    `customer_merge_expired`, `customer_merge_mixed`, `customer_not_merged`, `data_held`.

    Args:
        id (str):
        idempotency_key (str | Unset):
        if_match (str | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CustomerMerge | Problem]
    """

    kwargs = _get_kwargs(
        id=id,
        idempotency_key=idempotency_key,
        if_match=if_match,
        x_tenant=x_tenant,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    id: str,
    *,
    client: AuthenticatedClient,
    idempotency_key: str | Unset = UNSET,
    if_match: str | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> CustomerMerge | Problem | None:
    """Take back that the customer was merged into another: what had come from it is its own again

     Take back that the customer was merged into another: what had come from it is its own again. So is
    what came since for its orders alone, a payment or points; all else stays with the other. Refused
    where an allocation or a redemption joins money or points of the one with an order of the other.

    Permission: `customers.merge.manage`.

    Refusals: `customer_erased`, `customer_erasure_open`, `customer_merge_busy`,
    `customer_merge_expired`, `customer_merge_mixed`, `customer_not_merged`, `data_held`.

    Args:
        id (str):
        idempotency_key (str | Unset):
        if_match (str | Unset):
        x_tenant (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CustomerMerge | Problem
    """

    return (
        await asyncio_detailed(
            id=id,
            client=client,
            idempotency_key=idempotency_key,
            if_match=if_match,
            x_tenant=x_tenant,
        )
    ).parsed

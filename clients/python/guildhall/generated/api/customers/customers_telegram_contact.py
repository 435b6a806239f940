from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.contact import Contact
from ...models.problem import Problem
from ...models.telegram_contact_create import TelegramContactCreate
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: TelegramContactCreate,
    idempotency_key: str | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    if not isinstance(x_tenant, Unset):
        headers["X-Tenant"] = x_tenant

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/customers/telegram-contacts",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Contact | Problem | None:
    if response.status_code == 200:
        response_200 = Contact.from_dict(response.json())

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
) -> Response[Contact | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: TelegramContactCreate,
    idempotency_key: str | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[Contact | Problem]:
    """Keeps the telephone number that a customer shared with the bot as verified

     Keeps the telephone number that a customer shared with the bot as verified. Telegram tells whose
    number a shared contact is: one's own proves the number, anybody else's nothing. For the bot's
    service account, which vouches for what Telegram told it. A number that another customer has without
    proof becomes this one's as well; one that is proved there is refused.

    Permission: `customers.telegram_session.create`.

    Refusals: `customer_contact_taken`, `customer_contacts_full`, `customer_inactive`,
    `reference_not_found`, `telegram_contact_not_own`.

    Args:
        idempotency_key (str | Unset):
        x_tenant (str | Unset):
        body (TelegramContactCreate): A contact that somebody shared with the bot, as Telegram
            says it.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Contact | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
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
    body: TelegramContactCreate,
    idempotency_key: str | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Contact | Problem | None:
    """Keeps the telephone number that a customer shared with the bot as verified

     Keeps the telephone number that a customer shared with the bot as verified. Telegram tells whose
    number a shared contact is: one's own proves the number, anybody else's nothing. For the bot's
    service account, which vouches for what Telegram told it. A number that another customer has without
    proof becomes this one's as well; one that is proved there is refused.

    Permission: `customers.telegram_session.create`.

    Refusals: `customer_contact_taken`, `customer_contacts_full`, `customer_inactive`,
    `reference_not_found`, `telegram_contact_not_own`.

    Args:
        idempotency_key (str | Unset):
        x_tenant (str | Unset):
        body (TelegramContactCreate): A contact that somebody shared with the bot, as Telegram
            says it.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Contact | Problem
    """

    return sync_detailed(
        client=client,
        body=body,
        idempotency_key=idempotency_key,
        x_tenant=x_tenant,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: TelegramContactCreate,
    idempotency_key: str | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Response[Contact | Problem]:
    """Keeps the telephone number that a customer shared with the bot as verified

     Keeps the telephone number that a customer shared with the bot as verified. Telegram tells whose
    number a shared contact is: one's own proves the number, anybody else's nothing. For the bot's
    service account, which vouches for what Telegram told it. A number that another customer has without
    proof becomes this one's as well; one that is proved there is refused.

    Permission: `customers.telegram_session.create`.

    Refusals: `customer_contact_taken`, `customer_contacts_full`, `customer_inactive`,
    `reference_not_found`, `telegram_contact_not_own`.

    Args:
        idempotency_key (str | Unset):
        x_tenant (str | Unset):
        body (TelegramContactCreate): A contact that somebody shared with the bot, as Telegram
            says it.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Contact | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
        x_tenant=x_tenant,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: TelegramContactCreate,
    idempotency_key: str | Unset = UNSET,
    x_tenant: str | Unset = UNSET,
) -> Contact | Problem | None:
    """Keeps the telephone number that a customer shared with the bot as verified

     Keeps the telephone number that a customer shared with the bot as verified. Telegram tells whose
    number a shared contact is: one's own proves the number, anybody else's nothing. For the bot's
    service account, which vouches for what Telegram told it. A number that another customer has without
    proof becomes this one's as well; one that is proved there is refused.

    Permission: `customers.telegram_session.create`.

    Refusals: `customer_contact_taken`, `customer_contacts_full`, `customer_inactive`,
    `reference_not_found`, `telegram_contact_not_own`.

    Args:
        idempotency_key (str | Unset):
        x_tenant (str | Unset):
        body (TelegramContactCreate): A contact that somebody shared with the bot, as Telegram
            says it.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Contact | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            idempotency_key=idempotency_key,
            x_tenant=x_tenant,
        )
    ).parsed

"""The business behind the bot, as its API shows it: the bot's own session, and one of each customer's.

The client is synchronous, so every call runs in a thread. Calls raise GuildhallError for a refusal and
httpx.TransportError where there is no answer.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Literal, TypeVar

import httpx

from bot.texts import Language, Texts, spoken
from guildhall import UNSET, Conflict, File, Guildhall, NotFound, Unauthorized, models

T = TypeVar("T")
Priority = Literal["normal", "urgent"]

SESSIONS = 2_000
"""Customers whose sessions are kept in memory; the one not seen for longest goes first."""
SESSION_SECONDS = 600.0
"""How long a session is used before it is opened anew; so long may a language changed elsewhere go unseen."""
ANALYSIS_SECONDS = 90.0
"""How long a large document may take to be read."""
POLL_SECONDS = 1.0
OPEN_ORDERS = 10
NEAREST = 5
"""So many branches are shown to who says where they are."""


class AnalysisSlow(Exception):
    """The document was not read in time."""


class FileRejected(Exception):
    """The document was refused once it was read; `code` is that of the refusal."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What is to be done with documents."""

    branch: str
    service: str
    pair: tuple[str, str] | None
    files: list[str]
    copies: int
    priority: Priority

    def body(self) -> models.QuoteCreate:
        """As the API takes it."""
        line = models.QuoteLineIn(
            service=self.service,
            source=self.pair[0] if self.pair else UNSET,
            target=self.pair[1] if self.pair else UNSET,
            files=self.files,
            copies=self.copies,
        )
        return models.QuoteCreate(
            lines=[line], branch=self.branch, channel="telegram", priority=self.priority
        )


def _multipart(content: BytesIO, name: str, content_type: str) -> models.FilesCreateBody:
    return models.FilesCreateBody(file=File(payload=content, file_name=name, mime_type=content_type))


class Customer:
    """A customer's session: what the customer may do, in the customer's language."""

    def __init__(self, api: Guildhall, customer_id: str, language: str, opened_at: float) -> None:
        self.id = customer_id
        self.opened_at = opened_at
        self._api = api
        self.texts = Texts(language)
        self._speak(self.texts.language)

    def _speak(self, language: str) -> None:
        self._api.http.headers["Accept-Language"] = language
        self.texts = Texts(language)

    async def choose_language(self, language: Language) -> None:
        """Keeps the language in the customer's profile."""
        body = models.MeUpdate(locale=language)
        await asyncio.to_thread(self._api.me.update, body=body)
        self._speak(language)

    async def branches(self) -> list[models.Branch]:
        """The branches that take orders."""
        return await asyncio.to_thread(lambda: list(self._api.branches.each(active=True)))

    async def branches_near(self, latitude: float, longitude: float) -> list[models.Branch]:
        """The branches nearest to a place that take orders, with their distances; those of no known place are not."""
        near = f"{latitude:.6f},{longitude:.6f}"
        page = await asyncio.to_thread(self._api.branches.list, active=True, near=near, limit=NEAREST)
        return list(page.data)

    async def branch(self, branch_id: str) -> models.Branch:
        """One branch."""
        return await asyncio.to_thread(self._api.branches.retrieve, branch_id)

    async def services(self) -> list[models.Service]:
        """The services that a chat can order: they need no more than a language pair and a document."""
        found = await asyncio.to_thread(lambda: list(self._api.services.each(active=True)))
        return [
            row
            for row in sorted(found, key=lambda row: row.sort)
            if {str(one) for one in row.required_inputs} <= {"language_pair", "pages", "files"}
            and not any(option.required for option in row.option_schema)
        ]

    async def service(self, service_id: str) -> models.Service:
        """One service."""
        return await asyncio.to_thread(self._api.services.retrieve, service_id)

    async def language_pairs(self) -> list[tuple[str, str]]:
        """Source and target codes of what is translated."""
        found = await asyncio.to_thread(lambda: list(self._api.language_pairs.each(active=True)))
        return [(row.source, row.target) for row in found]

    async def language_names(self) -> dict[str, str]:
        """Names of languages by code, in the customer's language."""
        found = await asyncio.to_thread(lambda: list(self._api.languages.each()))
        return {row.code: str(row.name) for row in found}

    async def limits(self) -> models.FileLimits:
        """What files may be."""
        return (await asyncio.to_thread(self._api.capabilities.retrieve)).files

    async def give(self, content: BytesIO, name: str, content_type: str, key: str) -> models.File:
        """A document to order about; its pages are counted afterwards. Once, however often it is called with `key`."""
        return await asyncio.to_thread(
            self._api.files.create,
            body=_multipart(content, name, content_type),
            category="order_file",
            wait=False,
            idempotency_key=key,
        )

    async def file(self, file_id: str) -> models.File:
        """One file."""
        return await asyncio.to_thread(self._api.files.retrieve, file_id)

    async def upload(self, content: BytesIO, name: str, content_type: str, key: str) -> models.File:
        """A proof of payment, read. Raises FileRejected, and AnalysisSlow after ANALYSIS_SECONDS."""
        file = await asyncio.to_thread(
            self._api.files.create,
            body=_multipart(content, name, content_type),
            category="payment_proof",
            idempotency_key=key,
        )
        deadline = time.monotonic() + ANALYSIS_SECONDS
        while file.state == "analysing":
            if time.monotonic() > deadline:
                raise AnalysisSlow
            await asyncio.sleep(POLL_SECONDS)
            file = await asyncio.to_thread(self._api.files.retrieve, file.id)
        if file.state == "rejected":
            raise FileRejected(str(file.rejection))
        return file

    async def quote(self, wish: Wish, key: str) -> models.Quote:
        """A price for documents that are read; once, however often it is called with the same `key`."""
        return await asyncio.to_thread(self._api.quotes.create, body=wish.body(), idempotency_key=key)

    async def ask_quote(self, wish: Wish, key: str) -> models.QuoteRequest:
        """Asks for a price of documents that may still be read; once, as `quote`."""
        return await asyncio.to_thread(self._api.quote_requests.create, body=wish.body(), idempotency_key=key)

    async def asked_quote(self, quote_id: str) -> models.QuoteRequest:
        """How a price that was asked for stands."""
        return await asyncio.to_thread(self._api.quote_requests.retrieve, quote_id)

    async def cancel_asked(self, quote_id: str, key: str) -> None:
        """Waits no more for a price that was asked for; one that is there or gone already is left as it is."""
        with contextlib.suppress(NotFound):
            try:
                await asyncio.to_thread(self._api.quote_requests.cancel, quote_id, idempotency_key=key)
            except Conflict as error:
                if error.code != "quote_request_settled":
                    raise

    async def place(self, *, quote: str, total: tuple[str, str], key: str) -> models.Order:
        """The order of a quote; once, however often it is called with the same `key`."""
        body = models.OrderCreate(
            quote=quote,
            source="telegram",
            expected_total=models.Money(amount=total[0], currency=total[1]),
        )
        return await asyncio.to_thread(self._api.orders.create, body=body, idempotency_key=key)

    async def orders(self) -> list[models.Order]:
        """The latest orders."""
        page = await asyncio.to_thread(self._api.orders.list, limit=OPEN_ORDERS)
        return list(page.data)

    async def order(self, order_id: str) -> models.Order:
        """One order."""
        return await asyncio.to_thread(self._api.orders.retrieve, order_id)

    async def payments_of(self, order_id: str) -> list[models.Payment]:
        """The latest payments that go to the order."""
        page = await asyncio.to_thread(self._api.payments.list, limit=50)
        return [row for row in page.data if any(part.order == order_id for part in row.allocations)]

    async def payment_methods(self, branch: str | None) -> list[models.PaymentMethod]:
        """The methods by which a customer may pay at a distance."""
        found = await asyncio.to_thread(lambda: list(self._api.payment_methods.each(active=True)))
        return [row for row in found if row.self_service and row.branch in (None, branch)]

    async def pay(
        self, *, method: str, order: str, total: tuple[str, str], proof: str, key: str
    ) -> models.Payment:
        """Records a payment with its receipt; once, however often it is called with the same `key`."""
        body = models.PaymentCreate(
            method=method,
            amount=models.Money(amount=total[0], currency=total[1]),
            allocations=[models.TargetIn(order=order)],
            proofs=[proof],
        )
        return await asyncio.to_thread(self._api.payments.create, body=body, idempotency_key=key)


class Business:
    """Opens customers' sessions on the word of the bot's service account."""

    def __init__(self, base_url: str, tenant: str, client_id: str, secret: str) -> None:
        self._base_url = base_url.rstrip("/").removesuffix("/api/v1")
        self._tenant = tenant
        self._credentials = (client_id, secret)
        # One pool of connections for all sessions: a session is no more than its tokens.
        self._transport = httpx.HTTPTransport(
            limits=httpx.Limits(max_connections=50, max_keepalive_connections=20)
        )
        self._service = self._client()
        self._signing_in = asyncio.Lock()
        self._signed_in = False
        self._sessions: OrderedDict[int, Customer] = OrderedDict()

    def _client(self) -> Guildhall:
        return Guildhall(self._base_url, tenant=self._tenant, transport=self._transport)

    async def customer(self, telegram_id: int, first_name: str, last_name: str, language: str) -> Customer:
        """The session of a Telegram user, who is made a customer at the first time.

        `language` is what Telegram says the user reads; it counts until the customer chooses one.
        """
        found = self._sessions.get(telegram_id)
        if found is not None and time.monotonic() - found.opened_at < SESSION_SECONDS:
            self._sessions.move_to_end(telegram_id)
            return found
        body = models.TelegramSessionCreate(
            telegram_user_id=telegram_id,
            first_name=(first_name.strip() or str(telegram_id))[:100],
            last_name=last_name.strip()[:100],
            language=spoken(language),
        )
        session = await self._as_service(lambda api: api.customers.telegram_session(body=body))
        api = self._client()
        api.use_tokens(session.access_token, session.refresh_token)
        me = await asyncio.to_thread(api.me.retrieve)
        opened = Customer(api, session.customer, str(me.locale), time.monotonic())
        self._sessions[telegram_id] = opened
        self._sessions.move_to_end(telegram_id)
        while len(self._sessions) > SESSIONS:
            self._sessions.popitem(last=False)
        return opened

    async def prove_phone(self, telegram_id: int, contact_id: int, phone: str) -> str:
        """Keeps a telephone number that a user shared, as Telegram gave it, as verified; answers it as it is kept."""
        body = models.TelegramContactCreate(
            telegram_user_id=telegram_id, contact_user_id=contact_id, phone="+" + phone.lstrip("+")
        )
        contact = await self._as_service(lambda api: api.customers.telegram_contact(body=body))
        return str(contact.value)

    def forget(self, telegram_id: int) -> None:
        """Drops a session that the API no longer takes; the next call opens another."""
        self._sessions.pop(telegram_id, None)

    async def _as_service(self, call: Callable[[Guildhall], T]) -> T:
        if not self._signed_in:
            await self._sign_in()
        try:
            return await asyncio.to_thread(call, self._service)
        except Unauthorized as error:
            if error.code == "invalid_credentials":
                raise
            # Ended elsewhere: by a restore, or by an administrator.
            await self._sign_in()
            return await asyncio.to_thread(call, self._service)

    async def _sign_in(self) -> None:
        async with self._signing_in:
            await asyncio.to_thread(self._service.sign_in_service, *self._credentials)
            self._signed_in = True

    def close(self) -> None:
        """Closes the connections."""
        self._transport.close()

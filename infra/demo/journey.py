"""The journey of the demo, step by step, for the translation centre in Samarkand."""

from __future__ import annotations

import io
from collections import Counter
from typing import Any
from urllib.parse import urlsplit

import psycopg

from guildhall import UNSET, Conflict, File, Guildhall, GuildhallError, models
from infra.demo import papers
from infra.demo.listeners import Receiver, StreamReader
from infra.demo.narrate import Narrator, minor, money

SLUG = "samarkand"


class Journey:
    """One run of the demo."""

    def __init__(
        self, say: Narrator, *, base_url: str, stream_url: str, database_url: str, logins: dict[str, Any]
    ) -> None:
        self.say = say
        self.base_url = base_url.removesuffix("/").removesuffix("/api/v1")
        parts = urlsplit(stream_url)
        self.stream_url = f"{parts.scheme}://{parts.netloc}"
        self.database_url = database_url
        self.password = logins["password"]
        business = next(item for item in logins["businesses"] if item["slug"] == SLUG)
        self.emails = {row["role"]: row["email"] for row in reversed(business["staff"])}
        self.operator_email = logins["operator"]["email"]
        self.others = [item["slug"] for item in logins["businesses"] if item["slug"] != SLUG]

    def client(self, role: str) -> Guildhall:
        """A signed-in member of the centre's staff."""
        api = Guildhall(self.base_url, tenant=SLUG, language="en", stream_url=self.stream_url)
        api.sign_in(self.emails[role], self.password)
        return api

    def run(self) -> None:
        """Everything. Raises DemoFailed and GuildhallError."""
        self.settle()
        self.sign_in()
        receiver = self.listen()
        try:
            self.documents()
            self.quote()
            self.order()
            self.pay()
            self.work()
            self.books()
            self.points()
            self.heard(receiver)
        finally:
            receiver.close()
        self.backup_and_restore()

    def settle(self) -> None:
        """What the centre did before is told and handled, so that the demo counts its own events alone."""
        slugs = [SLUG, *self.others]
        self.say.until(
            "the events of what was done before", lambda: not any(self._in_flight(slug) for slug in slugs), 90
        )

    def _in_flight(self, slug: str) -> int:
        """Events without a place in the order, and handlers that are to act within the next seconds."""
        with psycopg.connect(self.database_url) as connection:
            schema = self._schema(connection, slug)
            row = connection.execute(
                f"""SELECT (SELECT count(*) FROM "{schema}".kernel_event WHERE position IS NULL)
                    + (SELECT count(*) FROM "{schema}".kernel_eventhandling
                       WHERE state = 'pending' AND next_attempt_at <= now() + interval '10 seconds')""".encode()
            ).fetchone()
            assert row is not None
            return int(row[0])

    # -- the desk --------------------------------------------------------------------------------

    def sign_in(self) -> None:
        """The clerk, the accountant and the owner open their sessions."""
        self.say.step("Sign in: a clerk, an accountant, the owner")
        self.clerk, self.accountant, self.owner = (
            self.client("staff"), self.client("accountant"), self.client("owner"),
        )  # fmt: skip
        me = self.clerk.me.retrieve()
        self.say.fact(f"the clerk is {me.name} with {len(me.permissions)} permissions")
        self.say.must(
            len(me.permissions) < len(self.owner.me.retrieve().permissions), "the owner may do more"
        )

    def listen(self) -> Receiver:
        """A webhook receiver is registered, and the live stream is opened."""
        self.say.step("Listen: a webhook endpoint for every event, and the live stream")
        receiver = Receiver()
        endpoint = self.owner.webhook_endpoints.create(
            body=models.WebhookEndpointCreate(url=receiver.url, event_types=["*"], description="demo")
        )
        receiver.secret = endpoint.secret
        self.endpoint_id = endpoint.id
        before = list(self.owner.events.each(limit=100))
        self.last_event = before[-1].id if before else None
        self.stream = StreamReader(self.owner, self.last_event)
        self.say.fact(f"{receiver.url} has the secret {endpoint.secret[:12]}…")
        return receiver

    def documents(self) -> None:
        """A PDF of three pages and a DOCX are uploaded; pages are counted from the content."""
        self.say.step("Upload a contract of 3 pages (PDF) and a covering letter (DOCX)")
        self.pdf = self._upload("contract.pdf", papers.contract_pdf(3), "application/pdf")
        self.docx = self._upload(
            "letter.docx",
            papers.letter_docx(),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        )
        for file in (self.pdf, self.docx):
            facts = file.analysis
            self.say.fact(
                f"{file.name}: {facts.pages} pages, {facts.words} words, {facts.characters} characters "
                f"({facts.method}, {facts.confidence})"
            )
        self.say.must(self.pdf.analysis.pages == 3, "the PDF has 3 pages")
        self.say.must(self.docx.analysis.words > 100, "the DOCX was read")
        try:
            self._upload("fake.pdf", b"MZ this is no PDF at all", "application/pdf")
            refused = False
        except GuildhallError as error:
            refused = error.status in (409, 415)
        self.say.must(refused, "a PDF that is none is refused")

    def _upload(self, name: str, content: bytes, kind: str) -> Any:
        body = models.FilesCreateBody(file=File(payload=io.BytesIO(content), file_name=name, mime_type=kind))
        file = self.clerk.files.create(body=body)
        return self.say.until(
            f"the analysis of {name}",
            lambda: found if (found := self.clerk.files.retrieve(file.id)).analysis is not None else None,
        )

    def quote(self) -> None:
        """A price with its trace."""
        self.say.step("Ask for a quote: translation en→uz, 2 certified copies, apostille, urgent")
        services = {row.code: row.id for row in self.clerk.services.each()}
        self.services = services
        self.customer = next(row for row in self.clerk.customers.each(q="Aziz"))
        branch = next(row for row in self.clerk.branches.each())
        self.branch = branch
        self.offer = self.clerk.quotes.create(
            body=models.QuoteCreate(
                customer=self.customer.id,
                branch=branch.id,
                priority="urgent",
                lines=[
                    models.QuoteLineIn(
                        service=services["translation"], source="en", target="uz", files=[self.pdf.id]
                    ),
                    models.QuoteLineIn(service=services["certified_copy"], copies=2),
                    models.QuoteLineIn(service=services["apostille"]),
                ],
            )
        )
        for line in self.offer.lines:
            self.say.fact(f"{line.name}: {money(line.net)} + tax {money(line.tax)} = {money(line.total)}")
        for line in self.offer.trace.to_dict()["lines"]:
            for step in line["steps"]:
                shown = {key: step[key] for key in ("rule", "formula", "raw", "rounded") if key in step}
                self.say.fact(f"  trace: {step.get('step', step.get('component', ''))} {shown or step}")
        self.say.fact(
            f"total {money(self.offer.total)}, valid until {self.offer.valid_until:%Y-%m-%d %H:%M} UTC"
        )
        self.say.must(minor(self.offer.subtotal) == 55_500_000, "the price is 555 000 so'm without tax")
        self.say.must(
            sum(minor(line.total) for line in self.offer.lines) == minor(self.offer.total), "the lines sum up"
        )

    def order(self) -> None:
        """The order is placed from the quote, once."""
        self.say.step("Place the order from the quote")
        self.placed = self.clerk.orders.create(
            body=models.OrderCreate(
                quote=self.offer.id,
                customer=self.customer.id,
                files=[self.docx.id],
                expected_total=self.offer.total,
            )
        )
        self.say.fact(f"{self.placed.number} is {self.placed.state_name}, {money(self.placed.total)}")
        try:
            self.clerk.orders.create(body=models.OrderCreate(quote=self.offer.id, customer=self.customer.id))
            code = ""
        except Conflict as error:
            code = error.code
        self.say.must(code == "quote_already_used", "the quote makes no second order")

    def pay(self) -> None:
        """A part in cash, the rest by card; the accountant verifies."""
        self.say.step("Pay: 200 000 in cash, the rest by card; the accountant verifies the card")
        methods = {row.code: row.id for row in self.clerk.payment_methods.each()}
        cash = self._payment(methods["cash"], "200000.00")
        rest = self.clerk.orders.retrieve(self.placed.id).outstanding
        card = self._payment(methods["card"], rest.amount)
        for payment in (cash, card):
            self.say.fact(
                f"{payment.number}: {money(payment.amount)} by {payment.method_code}, {payment.state}"
            )
        self.say.must(cash.state == "verified", "cash counts at once")
        self.say.must(card.state == "awaiting_verification", "the card awaits the accountant")
        self.cash, self.card = cash, card
        self.say.until("the order hears of the payment", lambda: self._state() == "payment_received")
        self.accountant.payments.transition(card.id, body=models.PaymentTransition(transition="verify"))
        self.say.until("the order hears of the verification", lambda: self._state() == "payment_confirmed")
        left = self.clerk.orders.retrieve(self.placed.id).outstanding
        self.say.must(minor(left) == 0, f"nothing is outstanding: {money(left)}")

    def _payment(self, method: str, amount: str) -> Any:
        return self.clerk.payments.create(
            body=models.PaymentCreate(
                method=method,
                amount=models.Money(amount=amount, currency="UZS"),
                customer=self.customer.id,
                allocations=[models.TargetIn(order=self.placed.id)],
            )
        )

    def _state(self) -> str:
        return str(self.clerk.orders.retrieve(self.placed.id).state)

    def work(self) -> None:
        """The order moves through its workflow."""
        self.say.step("Work: start, ready, completed")
        for move in ("start", "mark_ready", "complete"):
            order = self.clerk.orders.transition(
                self.placed.id, body=models.OrderTransitionIn(transition=move)
            )
            self.say.fact(f"{move} → {order.state_name}")
        self.say.must(order.state_group == "completed", "the order is completed")
        for moment in self.clerk.orders.timeline(self.placed.id).data:
            self.say.fact(f"{moment.at:%H:%M:%S} {moment.kind:<10} {moment.title}")

    def books(self) -> None:
        """One balanced entry a movement; the trial balance and the balance sheet."""
        self.say.step("The books: an entry a movement, the trial balance, the balance sheet")
        total = minor(self.placed.total)
        tax = minor(self.placed.tax)
        card = total - 20_000_000
        self._posted("the cash", self.cash.id, "payment:", {"1010": 20_000_000, "2100": -20_000_000})
        self._posted("the card payment", self.card.id, "payment:", {"1020": card, "2100": -card})
        self._posted("the revenue", self.placed.id, "earn:", {"2100": total, "2200": -tax}, rest="4")
        self._earned()
        lots = [
            lot
            for lot in self.clerk.loyalty_lots.each(customer=[self.customer.id])
            if lot.order == self.placed.id
        ]
        self.say.must(len(lots) == 1, "the order earned points once")
        worth = lots[0].points * minor(lots[0].value)
        self._posted("what was earned", self.placed.id, "points:", {"6100": worth, "2300": -worth})
        self._statements()

    def _posted(self, what: str, subject: str, key: str, legs: dict[str, int], *, rest: str = "") -> None:
        """Says and judges the one entry about a subject whose key begins so.

        `legs` are minor units by account, debits above zero; with `rest` what they leave stands on accounts whose
        codes begin so.
        """
        found = [
            entry
            for entry in self.accountant.journal_entries.each(subject=subject)
            if entry.key.startswith(key)
        ]
        self.say.must(len(found) == 1, f"{what} has one entry")
        moved: Counter[str] = Counter()
        for leg in found[0].legs:
            moved[leg.account_code] += minor(leg.amount) * (1 if leg.side == "debit" else -1)
            place = "" if leg.side == "debit" else "        "
            self.say.fact(
                f"    {place}{leg.side:<6} {leg.account_code} {leg.account_name}: {money(leg.amount)}"
            )
        self.say.must(sum(moved.values()) == 0, f"{found[0].number} ({found[0].description}) balances")
        other = {code for code in moved if code not in legs}
        self.say.must(
            {code: moved[code] for code in moved if code in legs} == legs
            and (bool(rest) == bool(other))
            and all(code.startswith(rest) for code in other),
            "it moves what it should",
        )

    def _earned(self) -> Any:
        """The customer's points once those of the first order have come."""

        def earned() -> Any:
            found = self.clerk.loyalty_lots.balance(customer=self.customer.id)
            return found if found.available >= 55 else None

        return self.say.until("the points", earned)

    def _statements(self) -> None:
        trial = self.accountant.reports.trial_balance()
        for line in trial.lines:
            self.say.fact(f"{line.code} {line.name:<32} {money(line.closing):>22}")
        self.say.must(sum(minor(line.closing) for line in trial.lines) == 0, "the trial balance sums to zero")
        sheet = self.accountant.reports.balance_sheet()
        self.say.fact(
            f"assets {money(sheet.assets)} = liabilities {money(sheet.liabilities)} + equity {money(sheet.equity)}"
        )
        self.say.must(
            minor(sheet.assets) == minor(sheet.liabilities) + minor(sheet.equity),
            "the balance sheet balances",
        )

    def points(self) -> None:
        """Points are earned, and some are redeemed on a second order."""
        self.say.step("Loyalty: points are earned, 40 are redeemed on a second order")
        before = self._earned()
        self.say.fact(f"{before.available} points, worth {money(before.worth)}")
        redemption = self.clerk.loyalty_redemptions.create(
            body=models.RedemptionCreate(customer=self.customer.id, points=40)
        )
        self.second = self.clerk.orders.create(
            body=models.OrderCreate(
                customer=self.customer.id,
                branch=self.branch.id,
                redemption=redemption.id,
                lines=[models.QuoteLineIn(service=self.services["notarization"])],
            )
        )
        self.say.fact(
            f"{self.second.number}: {money(self.second.total)}, of which {money(self.second.paid)} by points"
        )
        after = self.clerk.loyalty_lots.balance(customer=self.customer.id)
        self.say.must(minor(self.second.paid) == 2_000_000, "40 points paid 20 000 so'm")
        self.say.must(after.available == before.available - 40, "40 points are gone")
        tender = next(
            row
            for row in self.accountant.payments.each()
            if any(part.order == self.second.id for part in row.allocations)
        )
        self._posted("the redemption", tender.id, "payment:", {"2300": 2_000_000, "2100": -2_000_000})
        self._statements()

    def heard(self, receiver: Receiver) -> None:
        """Every event came once by webhook and once by the stream."""
        self.say.step("Webhooks and the live stream: every event, once, verified")

        seen: list[str] = []

        def all_there() -> Counter[str] | None:
            nonlocal seen
            events = list(self.owner.events.each(limit=100, after=self.last_event or UNSET))
            before, seen = seen, [event.id for event in events]
            # The last events may still be on their way into the log: it must stand still, and both ways with it.
            if seen != before or not set(seen) <= set(self.stream.ids) or not set(seen) <= set(receiver.ids):
                return None
            return Counter(event.type_ for event in events)

        for kind, count in sorted(self.say.until("all events by both ways", all_there, 90).items()):
            self.say.fact(f"{count} × {kind}")
        self.say.must(receiver.refused == 0, "no signature was refused by `standardwebhooks`")
        self.say.must(max(receiver.ids.values()) == 1, "no webhook came twice")
        # What came just before the demo's first event may have been told only after the endpoint was there.
        log = {event.id: event.type_ for event in self.owner.events.each(limit=100)}
        told = {str(message["id"]): str(message["type"]) for message in list(receiver.messages)}
        self.say.must(told.items() <= log.items(), "the webhooks are events of the log, of the same types")
        self.say.must(max(Counter(self.stream.ids).values()) == 1, "no event came twice by the stream")
        self.owner.webhook_endpoints.delete(self.endpoint_id)

    # -- the operator ----------------------------------------------------------------------------

    def backup_and_restore(self) -> None:
        """A backup; an order is deleted behind the API's back; a restore brings it back."""
        self.say.step("Backup, a deletion behind the API's back, and a restore")
        operator = Guildhall(self.base_url, tenant=None)
        operator.sign_in(self.operator_email, self.password)
        tenant = next(row for row in operator.platform_tenants.each() if row.slug == SLUG)
        neighbours = {slug: self._contents(slug) for slug in self.others}
        backup = operator.platform_backups.create(body=models.BackupRequest(tenants=[tenant.id])).data[0]
        backup = self.say.until(
            "the backup", lambda: found if (found := operator.platform_backups.retrieve(backup.id)).state in
            ("ok", "degraded", "failed") else None, 120,
        )  # fmt: skip
        self.say.fact(
            f"{backup.rows} rows and {backup.file_count} files: {backup.plain_bytes:,} bytes, "
            f"{backup.stored_bytes:,} stored, encrypted with {backup.key_id}"
        )
        self.say.must(backup.state == "ok", "the backup is whole")
        self._delete_order()
        gone = not any(row.id == self.placed.id for row in self.clerk.orders.each())
        self.say.must(gone, f"{self.placed.number} is gone")
        restore = operator.platform_backups.restore(backup.id, body=models.RestoreRequest(mode="replace"))
        restore = self.say.until(
            "the restore", lambda: found if (found := operator.platform_restores.retrieve(restore.id)).state in
            ("succeeded", "failed") else None, 180,
        )  # fmt: skip
        self.say.must(restore.state == "succeeded", "the restore succeeded")
        # A session that was ended since the snapshot must not come back with it, so a restore ends all of them.
        self.clerk, self.accountant, self.owner = (
            self.client("staff"), self.client("accountant"), self.client("owner"),
        )  # fmt: skip
        back = self.clerk.orders.retrieve(self.placed.id)
        self.say.must(
            back.total.amount == self.placed.total.amount and len(back.lines) == 3,
            f"{back.number} is back, whole",
        )
        after = {slug: self._contents(slug) for slug in self.others}
        changed = [
            f"{slug}.{table}"
            for slug, tables in neighbours.items()
            for table in sorted(tables | after[slug])
            if tables.get(table) != after[slug].get(table)
        ]
        self.say.must(not changed, f"no other business's rows changed {' '.join(changed)}".rstrip())
        self._statements()

    def _schema(self, connection: psycopg.Connection[Any], slug: str) -> str:
        row = connection.execute(
            "SELECT schema_name FROM public.tenants_tenant WHERE slug = %s", [slug]
        ).fetchone()
        assert row is not None
        return str(row[0])

    def _delete_order(self) -> None:
        with psycopg.connect(self.database_url) as connection:
            schema = self._schema(connection, SLUG)
            connection.execute(f'SET search_path = "{schema}"'.encode())
            found = connection.execute(
                "SELECT id FROM orders_order WHERE number = %s", [self.placed.number]
            ).fetchone()
            assert found is not None
            for table in ("orders_line", "orders_transition", "orders_note"):
                connection.execute(f"DELETE FROM {table} WHERE order_id = %s".encode(), [found[0]])
            connection.execute("DELETE FROM orders_order WHERE id = %s", [found[0]])

    def _contents(self, slug: str) -> dict[str, str]:
        """A digest of the rows of every table of a business, read past the API."""
        with psycopg.connect(self.database_url) as connection:
            schema = self._schema(connection, slug)
            tables = connection.execute(
                "SELECT table_name FROM information_schema.tables "
                "WHERE table_schema = %s AND table_type = 'BASE TABLE'",
                [schema],
            ).fetchall()
            return {
                name: connection.execute(
                    f"""SELECT count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '')
                        FROM "{schema}"."{name}" t""".encode()
                ).fetchone()[0]  # type: ignore[index]
                for (name,) in tables
            }

"""A translation centre with committed data, and short words for what its staff do over the API.

Tests share the centre of their folder: each makes customers and orders of its own, and compares the books before
and after.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, connections
from django.db.models import Max

from backend.business.catalog.models import Service
from backend.business.customers import facade as customers
from backend.business.organizations import facade as organizations
from backend.core.accounts import facade as accounts
from backend.kernel import db
from backend.kernel.events import relay
from backend.kernel.ids import decode, encode
from backend.kernel.models import Event
from backend.kernel.money import Money
from backend.kernel.permissions import system_principal
from backend.kernel.tenancy import tenant_context
from backend.packs import reading
from backend.packs.applying import COMMON
from backend.packs.demo import fill
from tests.support import documents
from tests.support.client import Api, Reply

PRICE = 8_500_000
"""What one notarization costs, in tiyin; it bears no tax."""
COPY = 3_360_000
"""What one certified copy costs with tax, in tiyin; such orders are done first and paid later."""


def uzs(minor: int) -> dict[str, str]:
    """Money as the API has it."""
    return Money.of(minor, "UZS").json()


def minor(money: dict[str, str]) -> int:
    """Money of the API in tiyin."""
    return Money.parse(money["amount"], money["currency"]).minor


class Shop:
    """The centre, its staff's clients, and what they do."""

    def __init__(self, info: Any) -> None:
        self.info = info
        with tenant_context(info):
            fill(info, reading.load("translation", "demo"), "unusable", "s" * 43)
            relay.run()
            self._late_workflow()
            self.branches = {
                code: encode("brn", key) for code, key in organizations.branch_ids_by_code().items()
            }
            self.services = {
                code: encode("svc", key) for code, key in Service.objects.values_list("code", "id")
            }
            self.owner = self._client("owner")
            self.clerk = self._client("clerk")
            self.siyob = self._client("clerk.siyob")
            self.manager = self._client("manager")
            self.accountant = self._client("accountant")
        rows = self.owner.get("/payment-methods").json["data"]
        self.methods = {row["code"]: row["id"] for row in rows}

    def _client(self, name: str) -> Api:
        user = accounts.user_by_email(f"{name}@samarkand.example")
        assert user is not None
        return Api(self.info, accounts.issue_session_for(user.id).access_token)

    def fresh_owner(self) -> Api:
        """A client of the owner whose session begins now: for a moment at which the other's is over."""
        with tenant_context(self.info):
            return self._client("owner")

    def _late_workflow(self) -> None:
        """Certified copies are made by the workflow in which an order is completed before it is paid."""
        from backend.business.orders import facade as orders
        from backend.business.orders.types import WorkflowSpec

        orders.seed_workflows(reading.build_all(WorkflowSpec, reading.load(COMMON)["workflows"]))
        Service.objects.filter(code="certified_copy").update(workflow="simple")

    # -- people --------------------------------------------------------------------------------------

    def customer(self, branch: str = "registon") -> str:
        """A new customer of a branch."""
        with tenant_context(self.info):
            row = customers.create_customer(
                principal=system_principal(self.info.id, self.info.schema),
                name=f"Customer {uuid.uuid4().hex[:6]}",
                branch_id=decode("brn", self.branches[branch]),
                force=True,
            )
            return encode("cus", row.pk)

    def portal(self, customer: str) -> Api:
        """A client of the customer itself."""
        with tenant_context(self.info):
            user = accounts.create_user(
                principal=None,
                name="Customer",
                email=f"{uuid.uuid4().hex}@example.com",
                kind="customer",
                customer_id=decode("cus", customer),
            )
            accounts.assign_role(
                principal=None,
                user_id=user.pk,
                role="customer",
                scope="customer",
                customer_id=decode("cus", customer),
            )
            return Api(self.info, accounts.issue_session_for(user.pk).access_token)

    # -- acts ----------------------------------------------------------------------------------------

    def post(self, path: str, json: Any, *, by: Api | None = None, key: str | None = None) -> Reply:
        """A POST with an Idempotency-Key of its own, unless one is given."""
        return (by or self.owner).post(path, json=json, headers={"Idempotency-Key": key or uuid.uuid4().hex})

    def done(self, path: str, json: Any, *, by: Api | None = None) -> Any:
        """The body of a POST that succeeds."""
        reply = self.post(path, json, by=by)
        assert reply.status in (200, 201), reply
        return reply.json

    def order(
        self,
        customer: str | None,
        *,
        service: str = "notarization",
        branch: str = "registon",
        by: Api | None = None,
        **more: Any,
    ) -> Any:
        """An order of one document."""
        body = {
            "customer": customer,
            "branch": self.branches[branch],
            "lines": [{"service": self.services[service]}],
            **more,
        }
        return self.done("/orders", body, by=by)

    def payment(
        self, amount: int, customer: str | None, *orders: Any, method: str = "cash", **more: Any
    ) -> Any:
        """The body of a payment for orders, each of which may be a pair of an order and an amount."""
        body: dict[str, Any] = {"method": self.methods[method], "amount": uzs(amount), **more}
        if customer is not None:
            body["customer"] = customer
        if orders:
            body["allocations"] = [
                {"order": order[0]["id"], "amount": uzs(order[1])}
                if isinstance(order, tuple)
                else {"order": order["id"]}
                for order in orders
            ]
        return body

    def pay(self, amount: int, customer: str | None, *orders: Any, by: Api | None = None, **more: Any) -> Any:
        """A payment that is recorded."""
        return self.done("/payments", self.payment(amount, customer, *orders, **more), by=by)

    def verify(self, payment: Any, *, by: Api | None = None, **more: Any) -> Reply:
        """The accountant verifies a payment, or does with it what is said."""
        return self.post(
            f"/payments/{payment['id']}/transitions",
            {"transition": "verify", **more},
            by=by or self.accountant,
        )

    def proof(self, title: str, *, by: Api | None = None) -> str:
        """A receipt that is uploaded; another title makes other bytes."""
        upload = SimpleUploadedFile("receipt.pdf", documents.pdf(pages=1, text=title), "application/pdf")
        reply = (by or self.owner).post("/files", data={"file": upload})
        assert reply.status == 201, reply
        return str(reply.json["id"])

    def move(self, order: Any, *moves: str, by: Api | None = None, reason: str = "because") -> Any:
        """An order makes moves."""
        for move in moves:
            order = self.done(
                f"/orders/{order['id']}/transitions", {"transition": move, "reason": reason}, by=by
            )
        return order

    def complete(self, order: Any) -> Any:
        """An order is taken to its end."""
        if order["state"] == "new":
            return self.move(order, "start", "complete")
        return self.move(order, "confirm_payment", "start", "mark_ready", "complete")

    def settle(self) -> None:
        """Events are handled."""
        with tenant_context(self.info):
            relay.run()

    def earn_points(self, customer: str, orders: int = 1) -> int:
        """The customer has earned eight points for each of so many notarizations; answers how many."""
        for _ in range(orders):
            order = self.order(customer)
            self.pay(PRICE, customer, order)
            self.complete(order)
        self.settle()
        return 8 * orders

    # -- reads ---------------------------------------------------------------------------------------

    def read(self, what: Any, *, by: Api | None = None) -> Any:
        """An order or a payment, read again."""
        plural = {"ord": "orders", "pay": "payments", "red": "loyalty/redemptions"}[what["id"][:3]]
        reply = (by or self.owner).get(f"/{plural}/{what['id']}")
        assert reply.status == 200, reply
        return reply.json

    def owes(self, customer: str) -> tuple[int, int]:
        """What a customer owes, and its credit."""
        found = self.owner.get("/payments/balance", query={"customer": customer}).json
        return minor(found["outstanding"]), minor(found["credit"])

    def points(self, customer: str) -> tuple[int, int]:
        """A customer's points: available and reserved."""
        found = self.owner.get("/loyalty/lots/balance", query={"customer": customer}).json
        return found["available"], found["reserved"]

    def books(self) -> dict[str, int]:
        """The closing balance of every account, debits above zero."""
        lines = self.accountant.get("/reports/trial-balance").json["lines"]
        found = {line["code"]: minor(line["closing"]) for line in lines}
        assert sum(found.values()) == 0
        return found

    def rows(self) -> dict[str, int]:
        """How many rows every table has that a refused request might have written."""
        tables = (
            "orders_order", "orders_line", "orders_transition", "payments_payment", "payments_receivable",
            "payments_allocation", "loyalty_lot", "loyalty_redemption", "ledger_posting", "kernel_event",
            "pricing_quote", "kernel_sequence",
        )  # fmt: skip
        with tenant_context(self.info), db.transaction(), connection.cursor() as cursor:
            found = {}
            for table in tables:
                cursor.execute(f"SELECT count(*) FROM {table}")
                found[table] = cursor.fetchone()[0]
            cursor.execute("SELECT coalesce(sum(version), 0) FROM payments_receivable")
            found["receivable versions"] = int(cursor.fetchone()[0])
            cursor.execute("SELECT coalesce(sum(value), 0) FROM kernel_sequence")
            found["numbers"] = int(cursor.fetchone()[0])
            return found

    @contextmanager
    def nothing_changes(self) -> Iterator[None]:
        """The block writes no row and posts nothing."""
        before = self.rows()
        yield
        assert self.rows() == before

    @contextmanager
    def told(self) -> Iterator[list[str]]:
        """After the block the list has the types of the events that it told, in their order."""
        with tenant_context(self.info):
            since = Event.objects.aggregate(last=Max("seq"))["last"] or 0
        types: list[str] = []
        yield types
        with tenant_context(self.info):
            types += Event.objects.filter(seq__gt=since).order_by("seq").values_list("type", flat=True)

    @contextmanager
    def moved_by_branch(self, *accounts: str) -> Iterator[dict[tuple[str, str], int]]:
        """As `moved`, for some accounts by the code of the branch; a branch that moved nothing is left out."""
        from backend.business.ledger import facade as ledger

        def read() -> dict[tuple[str, str], int]:
            with tenant_context(self.info):
                return {
                    (branch, row.code): row.debit.minor - row.credit.minor
                    for branch, key in self.branches.items()
                    for row in ledger.balances(unit=decode("brn", key))
                    if row.code in accounts
                }

        change: dict[tuple[str, str], int] = {}
        before = read()
        yield change
        after = read()
        for place in after:
            if difference := after[place] - before.get(place, 0):
                change[place] = difference

    @contextmanager
    def moved(self) -> Iterator[dict[str, int]]:
        """After the block the dict says by how much each account of the books moved."""
        before, change = self.books(), {}
        yield change
        after = self.books()
        for code in sorted(before.keys() | after.keys()):
            if difference := after.get(code, 0) - before.get(code, 0):
                change[code] = difference


def refused(reply: Reply, status: int, code: str, pointer: str | None = None) -> None:
    """A refusal is the one that is meant."""
    assert (reply.status, reply.code) == (status, code), reply
    if pointer is not None:
        assert pointer in [error["pointer"] for error in reply.json["errors"]], reply


@pytest.fixture(scope="module")
def shop(database: str) -> Iterator[Shop]:
    """The module's centre, dropped at its end."""
    from backend.platform.tenants.services import drop_tenant, provision_tenant

    info = provision_tenant(
        slug=f"centre-{uuid.uuid4().hex[:8]}",
        name="Centre",
        country="UZ",
        currency="UZS",
        languages=("en", "uz", "ru"),
        timezone="Asia/Samarkand",
        pack="translation",
    ).info()
    yield Shop(info)
    connections.close_all()
    drop_tenant(tenant_id=info.id)

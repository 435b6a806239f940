"""`make demo` is a test; then work goes on while processes are killed: nothing is doubled, nothing is lost.

Both are in one module, so that one run of tests starts one Guildhall for them.
"""

from __future__ import annotations

import json
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, TypeVar

import httpx
import psycopg
import pytest

from guildhall import Guildhall, models
from guildhall.calls import new_key
from guildhall.errors import GuildhallError
from infra.demo.listeners import Receiver
from infra.dev.commands import demo
from infra.dev.stack import Stack

pytestmark = [pytest.mark.stack, pytest.mark.slow]

SLUG = "samarkand"
ROUND = 4
"""How many orders each till takes; two tills open before each of four processes is killed."""
ORDERS = 2 * 4 * ROUND
PATIENCE = 90.0
T = TypeVar("T")


def insist(act: Callable[[], T]) -> T:
    """Does what a good client does: the same request again, under the same key, until it is answered.

    Only passing faults are tried again: no connection, a gateway's or a busy database's 5xx, a request that is
    still under way. A refusal is the test's failure.
    """
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            return act()
        except httpx.TransportError:
            if time.monotonic() > deadline:
                raise
        except GuildhallError as error:
            passing = error.status in (502, 503, 504) or error.code == "request_in_flight"
            if not passing or time.monotonic() > deadline:
                raise
        time.sleep(0.2)


class Centre:
    """The demo's translation centre, as its owner and accountant see it."""

    def __init__(self, stack: Stack) -> None:
        logins = json.loads(stack.local.demo_logins.read_text())
        self.url, self.password = stack.addresses["api"], logins["password"]
        business = next(item for item in logins["businesses"] if item["slug"] == SLUG)
        emails = {row["role"]: row["email"] for row in reversed(business["staff"])}
        self.owner, self.accountant = (self._client(emails[role]) for role in ("owner", "accountant"))
        self.methods = {row.code: row.id for row in self.owner.payment_methods.each()}
        self.services = {row.code: row.id for row in self.owner.services.each()}
        self.branch = next(row for row in self.owner.branches.each()).id
        self.database = stack.environment["DATABASE_URL"]

    def _client(self, email: str) -> Guildhall:
        client = Guildhall(self.url, tenant=SLUG, language="en", timeout=20.0)
        client.sign_in(email, self.password)
        return client

    def schema(self, connection: psycopg.Connection[Any]) -> None:
        row = connection.execute(
            "SELECT schema_name FROM public.tenants_tenant WHERE slug = %s", [SLUG]
        ).fetchone()
        assert row is not None
        connection.execute(f'SET search_path = "{row[0]}"'.encode())

    def rows(self, statement: str) -> list[Any]:
        with psycopg.connect(self.database) as connection:
            self.schema(connection)
            return connection.execute(statement.encode()).fetchall()


@pytest.fixture(scope="module")
def centre(stack: Stack) -> Centre:
    return Centre(stack)


@pytest.fixture
def receiver(centre: Centre) -> Iterator[Receiver]:
    heard = Receiver()
    endpoint = centre.owner.webhook_endpoints.create(
        body=models.WebhookEndpointCreate(url=heard.url, event_types=["*"], description="faults")
    )
    heard.secret = endpoint.secret
    yield heard
    insist(lambda: centre.owner.webhook_endpoints.delete(endpoint.id))
    heard.close()


class Till:
    """Places orders and takes their cash, one after another; every request has a key that its retries carry."""

    def __init__(self, centre: Centre, customer: str) -> None:
        self.centre, self.customer = centre, customer
        self.orders: list[str] = []
        self.payments: list[str] = []
        self.errors: list[BaseException] = []

    def work(self, count: int) -> None:
        try:
            for _ in range(count):
                self.one()
        except BaseException as error:  # noqa: BLE001 - raised in the test's thread
            self.errors.append(error)

    def one(self) -> None:
        centre = self.centre
        body = {
            "customer": self.customer,
            "branch": centre.branch,
            "lines": [{"service": centre.services["notarization"]}],
        }
        order = self.post("/api/v1/orders", body)["id"]
        self.orders.append(order)
        paid = self.post(
            "/api/v1/payments",
            {
                "method": centre.methods["cash"],
                "amount": {"amount": "85000.00", "currency": "UZS"},
                "customer": self.customer,
                "allocations": [{"order": order}],
            },
        )
        self.payments.append(paid["id"])

    def post(self, path: str, body: dict[str, Any]) -> Any:
        key = new_key()
        return insist(
            lambda: self.centre.owner.request(
                "POST", path, json=body, headers={"Idempotency-Key": key}
            ).json()
        )


def _settled(centre: Centre, seconds: float = 90.0) -> None:
    """Waits until every event is handled by everybody that is told of it, and delivered."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        states = dict(centre.rows("SELECT state, count(*) FROM kernel_eventhandling GROUP BY 1"))
        sent = dict(centre.rows("SELECT state, count(*) FROM webhooks_webhookdelivery GROUP BY 1"))
        waiting = centre.rows("SELECT id FROM kernel_event WHERE position IS NULL")
        if set(states) <= {"done"} and set(sent) <= {"succeeded"} and not waiting:
            return
        time.sleep(0.3)
    raise AssertionError(f"after {seconds:g} s handlings are {states} and deliveries {sent}")


def test_the_demo_holds(stack: Stack, capfd: pytest.CaptureFixture[str]) -> None:
    status = demo(stack.local)
    said = capfd.readouterr()
    assert status == 0, said.out[-4000:] + said.err[-4000:]
    assert "Everything held" in said.out


def test_killed_processes_lose_and_double_nothing(stack: Stack, centre: Centre, receiver: Receiver) -> None:
    customers = [row.id for row in centre.owner.customers.each()][:2]
    before = {row.id for row in centre.owner.events.each(limit=100)}
    orders_before = {row.id for row in centre.owner.orders.each(limit=100)}
    tills: list[Till] = []
    threads: list[threading.Thread] = []
    # A request that the API died with is told to wait until its key's lease ends: new tills open meanwhile.
    for name in ("worker", "api", "valkey", "postgres"):
        fresh = [Till(centre, customer) for customer in customers]
        opened = [threading.Thread(target=till.work, args=(ROUND,), daemon=True) for till in fresh]
        for thread in opened:
            thread.start()
        while sum(len(till.orders) for till in fresh) < 2 and any(thread.is_alive() for thread in opened):
            time.sleep(0.005)
        stack.wait_ready(name, other_than=stack.kill(name))
        tills += fresh
        threads += opened
    for thread in threads:
        thread.join(PATIENCE)
        assert not thread.is_alive()
    if errors := [error for till in tills for error in till.errors]:
        raise errors[0]
    _settled(centre)

    # What was answered is there, and nothing else: no order or payment is doubled or lost.
    made = [order for till in tills for order in till.orders]
    assert len(set(made)) == len(made) == ORDERS
    rows = {row.id: row for row in insist(lambda: list(centre.owner.orders.each(limit=100)))}
    assert rows.keys() - orders_before == set(made)
    assert {rows[order].state for order in made} == {"payment_confirmed"}
    assert {rows[order].outstanding.amount for order in made} == {"0.00"}
    paid = {row.id for row in centre.owner.payments.each(limit=100)}
    assert {payment for till in tills for payment in till.payments} <= paid
    for table, prefix in (("orders_order", "ORD"), ("payments_payment", "PAY")):
        numbers = sorted(int(number[-6:]) for (number,) in centre.rows(f"SELECT number FROM {table}"))
        assert numbers == list(range(1, len(numbers) + 1)), f"{prefix} has gaps or repeats"
    entries = Counter(
        key for (key,) in centre.rows("SELECT key FROM ledger_posting WHERE key LIKE 'payment:%'")
    )
    assert len(entries) == len(centre.rows("SELECT id FROM payments_payment WHERE state = 'verified'"))
    trial = centre.accountant.reports.trial_balance()
    assert sum(Decimal(line.closing.amount) for line in trial.lines) == 0
    moves = Counter(centre.rows("SELECT order_id, name FROM orders_transition"))
    assert max(moves.values()) == 1, "an automatic move was made twice"

    # Every event came, each by one webhook id; an unacknowledged one may have come again under the same id.
    events = [row for row in centre.owner.events.each(limit=100) if row.id not in before]
    heard: dict[str, set[str]] = {}
    for message in receiver.messages:
        heard.setdefault(message["id"], set()).add(message["type"])
    assert receiver.refused == 0
    assert {event.id for event in events} <= heard.keys()
    assert len(receiver.ids) == len(heard), "an event came under two webhook ids"
    positions = [row.position for row in events]
    assert sorted(positions) == list(range(min(positions), min(positions) + len(positions)))
    counts = Counter(event.type_ for event in events)
    assert counts["order.placed"] == counts["payment.received"] == counts["payment.verified"] == ORDERS
    assert counts["receivable.paid"] == ORDERS

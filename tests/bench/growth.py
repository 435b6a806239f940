"""What reads and orders cost in a business with few orders and in one with many, in one database, in turn."""

from __future__ import annotations

import io
import itertools
import json
import statistics
import time
import uuid
from collections.abc import Callable
from functools import partial
from typing import Any
from urllib.parse import urlencode

from tests.bench.filling import fill
from tests.bench.measuring import Bench, Say

FEW = 1_000
PROMISED = 1.1
"""How much dearer a request may be in the larger business: the design page's ± 10 %."""


class Business(Bench):
    """A translation centre with some orders, and the requests whose cost must not follow from their number."""

    def __init__(self, say: Say, orders: int) -> None:
        self.say, self.orders = say, orders
        self.centre()
        order = self.create()
        payment = self.api.post(
            "/payments",
            json={
                "method": self.cash,
                "amount": order["total"],
                "customer": self.customer,
                "allocations": [{"order": order["id"]}],
            },
            headers={"Idempotency-Key": uuid.uuid4().hex},
        )
        flow = self.ok(self.api.get("/workflows"))["data"][0]["definition"]
        started = time.perf_counter()
        fill(
            self.tenant,
            orders=orders,
            like=self.uuid_of("ord", order["id"]),
            paid_like=self.uuid_of("pay", self.ok(payment, 201)["id"]),
            states=[state["code"] for state in flow["states"] if state["group"] == "open"],
        )
        say(f"{orders:,} orders in {time.perf_counter() - started:.0f} s\n")
        middle = self.ok(
            self.api.get("/orders", query={"limit": 1, "cursor": self.cursor("orders", "-created_at", "id")})
        )["data"][0]
        self.known = middle["id"]
        self.payer = middle["customer"]

    @staticmethod
    def uuid_of(prefix: str, text: str) -> uuid.UUID:
        """The id behind its text."""
        from backend.kernel.ids import decode

        return decode(prefix, text)

    def cursor(self, plural: str, sort: str, column: str) -> str:
        """A cursor in the middle of a list, as its pages give it. Columns are of the list's own table."""
        from backend.business.customers.models import Customer
        from backend.business.orders.models import Order
        from backend.business.payments.models import Payment
        from backend.kernel.api import pagination
        from backend.kernel.tenancy import tenant_context

        model = {"orders": Order, "customers": Customer, "payments": Payment}[plural]
        with tenant_context(self.tenant):
            rows = model.objects.order_by(column, "pk").values_list(column, "pk")
            value, key = rows[rows.count() // 2]
        values = [key] if column == "id" else [value, key]
        return pagination.encode(values, f"{self.tenant.schema}:{plural}:list:{sort}")

    def requests(self) -> dict[str, Callable[[], None]]:
        """The requests by name."""
        found: dict[str, Callable[[], None]] = {
            "POST /orders": lambda: self.send("POST", "/orders", self.body),
            "GET /orders/{id}": lambda: self.send("GET", f"/orders/{self.known}"),
        }
        year_ago = "2025-11-01T00:00:00Z"
        for path, query in (
            ("/orders", {}),
            ("/orders", {"expand": "customer"}),
            ("/orders", {"cursor": self.cursor("orders", "-created_at", "id")}),
            ("/orders", {"sort": "created_at"}),
            ("/orders", {"sort": "-placed_at"}),
            ("/orders", {"sort": "-placed_at", "cursor": self.cursor("orders", "-placed_at", "placed_at")}),
            ("/orders", {"sort": "number"}),
            ("/orders", {"sort": "number", "cursor": self.cursor("orders", "number", "number")}),
            ("/orders", {"state_group": "open"}),
            ("/orders", {"state_group": "open,on_hold"}),
            ("/orders", {"state_group": "on_hold"}),
            ("/orders", {"state": "pending"}),
            ("/orders", {"state": "on_hold"}),
            ("/orders", {"state_group": "open", "sort": "-placed_at"}),
            ("/orders", {"customer": self.payer}),
            ("/orders", {"branch": self.body["branch"]}),
            ("/orders", {"priority": "urgent"}),
            ("/orders", {"source": "telegram"}),
            ("/orders", {"placed_from": year_ago, "placed_before": "2025-11-03T00:00:00Z"}),
            ("/orders", {"due_before": "2024-12-15T00:00:00Z", "state_group": "open,on_hold"}),
            ("/orders", {"due_before": "2024-12-15T00:00:00Z"}),
            ("/orders", {"q": "noon"}),
            ("/orders", {"q": "1000007"}),
            ("/orders", {"q": "Karimov 2"}),
            ("/orders", {"q": "nobody has this"}),
            ("/orders", {"count": "true"}),
            ("/orders", {"count": "true", "state_group": "open"}),
            ("/customers", {}),
            ("/customers", {"cursor": self.cursor("customers", "-created_at", "id")}),
            ("/customers", {"sort": "name"}),
            ("/customers", {"sort": "name", "cursor": self.cursor("customers", "name", "name")}),
            ("/customers", {"q": "karimov"}),
            ("/customers", {"q": "0000007"}),
            ("/customers", {"branch": self.body["branch"]}),
            ("/customers", {"kind": "agency"}),
            ("/customers", {"count": "true"}),
            ("/payments", {}),
            ("/payments", {"cursor": self.cursor("payments", "-created_at", "id")}),
            ("/payments", {"sort": "-received_at"}),
            (
                "/payments",
                {"sort": "-received_at", "cursor": self.cursor("payments", "-received_at", "received_at")},
            ),
            ("/payments", {"customer": self.payer}),
            ("/payments", {"state": "awaiting_verification"}),
            ("/payments", {"state": "rejected"}),
            ("/payments", {"q": "ref 77"}),
            ("/payments", {"received_from": year_ago, "received_before": "2025-11-03T00:00:00Z"}),
            ("/payments", {"count": "true"}),
            ("/receivables", {}),
            ("/receivables", {"customer": self.payer}),
            ("/receivables", {"state": "open"}),
        ):
            asked = {"limit": "50", **query}
            shown = "&".join(f"{name}={'…' if name == 'cursor' else value}" for name, value in query.items())
            found[f"GET {path}" + (f"?{shown}" if shown else "")] = partial(
                self.send, "GET", f"{path}?{urlencode(asked)}"
            )
        return found

    def send(self, method: str, target: str, body: Any = None) -> None:
        """A request to the application in this process. Raises RuntimeError for a refusal."""
        from backend.config.wsgi import application

        path, _, query = target.partition("?")
        payload = json.dumps(body).encode() if body is not None else b""
        environ = {
            "REQUEST_METHOD": method,
            "PATH_INFO": "/api/v1" + path,
            "SCRIPT_NAME": "",
            "QUERY_STRING": query,
            "SERVER_NAME": "testserver",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_HOST": "testserver",
            "HTTP_X_TENANT": self.tenant.slug,
            "HTTP_AUTHORIZATION": f"Bearer {self.token}",
            "HTTP_ACCEPT": "application/json",
            "wsgi.input": io.BytesIO(payload),
            "wsgi.errors": io.StringIO(),
            "wsgi.url_scheme": "http",
            "wsgi.version": (1, 0),
            "wsgi.multithread": False,
            "wsgi.multiprocess": True,
            "wsgi.run_once": False,
        }
        if body is not None:
            environ |= {
                "CONTENT_TYPE": "application/json",
                "CONTENT_LENGTH": str(len(payload)),
                "HTTP_IDEMPOTENCY_KEY": uuid.uuid4().hex,
            }
        statuses: list[str] = []
        answer = application(environ, lambda status, _headers, _error=None: statuses.append(status))
        text = b"".join(answer)
        answer.close()
        if not statuses[0].startswith("20"):
            raise RuntimeError(f"{method} {target}: {statuses[0]} {text[:500]!r}")


def measure(say: Say, orders: int, *, seconds: float, rounds: int) -> None:
    """Milliseconds of each request in both businesses: the least of `rounds` slices each, which are taken in turn."""
    few, many = Business(say, FEW), Business(say, orders)
    say(f"\n{'milliseconds (wall)':76} {FEW:>9,} {orders:>11,}  ratio\n")
    ratios = []
    for (name, small), large in zip(few.requests().items(), many.requests().values(), strict=True):
        seen: tuple[list[float], list[float]] = ([], [])
        for _round, (index, call) in itertools.product(range(rounds + 1), enumerate((small, large))):
            if _round:
                seen[index].append(_slice(call, seconds))
            else:
                call()  # Plans and pages are read, and caches warm.
        least = [min(slices) for slices in seen]
        ratios.append(least[1] / least[0])
        mark = "" if ratios[-1] <= PROMISED else "  above the promise"
        say(f"{name:76} {least[0]:9.2f} {least[1]:11.2f}  {ratios[-1]:5.2f}{mark}\n")
    say(f"median of the ratios {statistics.median(ratios):.2f}\n")


def _slice(call: Callable[[], None], seconds: float) -> float:
    """Milliseconds of one call, the mean of a slice."""
    started, count = time.perf_counter(), 0
    while True:
        call()
        count += 1
        passed = time.perf_counter() - started
        if passed >= seconds:
            return passed * 1000 / count

"""What people at a desk do, by any sender of requests: nothing here knows Locust."""

from __future__ import annotations

import random
import uuid
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

PREFIX = "/api/v1"
KEPT = 200
"""How many orders a desk remembers, to read and to be paid."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A status (0: the connection broke) and the body of it, None where it is no JSON."""

    status: int
    json: Any


class Sender(Protocol):
    """Sends one request of a signed-in person, measures it under `operation`, and gives the answer.

    `expected` is the status of a success; `file` is (name, bytes) of a multipart body's one part `file`.
    """

    def __call__(
        self,
        method: str,
        path: str,
        *,
        operation: str,
        expected: int,
        json: Any = None,
        file: tuple[str, bytes] | None = None,
    ) -> Answer: ...


class NotPossible(RuntimeError):
    """The business cannot be loaded: something that every journey needs is not there."""


@dataclass
class Desk:
    """What one account knows: ids of the business, and the orders that it placed."""

    currency: str = ""
    branch: str = ""
    cash: str = ""
    services: dict[str, str] = field(default_factory=dict)
    customers: list[str] = field(default_factory=list)
    orders: deque[str] = field(default_factory=lambda: deque(maxlen=KEPT))
    unpaid: deque[tuple[str, str, Any]] = field(default_factory=lambda: deque(maxlen=KEPT))


def prepare(send: Sender, desk: Desk) -> None:
    """Learns what the journeys need. Raises NotPossible where it is not there."""

    def rows(path: str, operation: str) -> list[Any]:
        answer = send("GET", path, operation=operation, expected=200)
        if answer.status != 200:
            raise NotPossible(f"{operation} answered {answer.status}")
        return list(answer.json["data"])

    desk.services = {row["code"]: row["id"] for row in rows("/services?limit=100", "GET /services")}
    desk.customers = [row["id"] for row in rows("/customers?limit=50", "GET /customers")]
    branches = rows("/branches?limit=10", "GET /branches")
    methods = {row["code"]: row["id"] for row in rows("/payment-methods?limit=50", "GET /payment-methods")}
    desk.orders.extend(row["id"] for row in rows("/orders?limit=50", "GET /orders"))
    needed = {"translation", "certified_copy", "apostille"}
    if not (needed <= set(desk.services) and desk.customers and branches and "cash" in methods):
        raise NotPossible(
            "the business needs the services of a translation centre, a customer, a branch and cash"
        )
    desk.branch, desk.cash = branches[0]["id"], methods["cash"]


def _lines(desk: Desk) -> list[dict[str, Any]]:
    lines: list[dict[str, Any]] = [
        {
            "service": desk.services["translation"],
            "source": "en",
            "target": "uz",
            "pages": random.randint(1, 12),
        },
        {"service": desk.services["certified_copy"], "copies": random.randint(1, 4)},
        {"service": desk.services["apostille"]},
    ]
    return lines[: random.randint(1, 3)]


def me(send: Sender, desk: Desk) -> None:
    """Who am I: what every front end asks first."""
    send("GET", "/me", operation="GET /me", expected=200)


def list_orders(send: Sender, desk: Desk) -> None:
    """The newest fifty orders, as a desk's first page shows them."""
    send("GET", "/orders?limit=50&expand=customer", operation="GET /orders", expected=200)


def read_order(send: Sender, desk: Desk) -> None:
    """One order."""
    if desk.orders:
        send("GET", f"/orders/{random.choice(desk.orders)}", operation="GET /orders/{id}", expected=200)


def search(send: Sender, desk: Desk) -> None:
    """A customer is looked for by the beginning of a name."""
    send("GET", "/customers?limit=20&q=az", operation="GET /customers", expected=200)


def quote(send: Sender, desk: Desk) -> None:
    """A price is asked for."""
    body = {"customer": random.choice(desk.customers), "branch": desk.branch, "lines": _lines(desk)}
    send("POST", "/quotes", operation="POST /quotes", expected=201, json=body)


def order(send: Sender, desk: Desk) -> None:
    """An order of one to three lines is placed."""
    customer = random.choice(desk.customers)
    body = {"customer": customer, "branch": desk.branch, "lines": _lines(desk)}
    answer = send("POST", "/orders", operation="POST /orders", expected=201, json=body)
    if answer.status == 201:
        desk.orders.append(answer.json["id"])
        desk.unpaid.append((answer.json["id"], customer, answer.json["total"]))


def payment(send: Sender, desk: Desk) -> None:
    """An order of this desk is paid whole, in cash; one is placed where none waits."""
    if not desk.unpaid:
        order(send, desk)
    try:
        identity, customer, total = desk.unpaid.popleft()
    except IndexError:
        return
    body = {
        "method": desk.cash,
        "amount": total,
        "customer": customer,
        "allocations": [{"order": identity}],
        "excess": "credit",
    }
    send("POST", "/payments", operation="POST /payments", expected=201, json=body)


def upload(send: Sender, desk: Desk) -> None:
    """A document of two pages comes; its bytes were never seen before."""
    file = ("load.pdf", paper(pages=2))
    send("POST", "/files", operation="POST /files", expected=201, file=file)


JOURNEYS: Mapping[str, Callable[[Sender, Desk], None]] = {
    "me": me,
    "list": list_orders,
    "read": read_order,
    "search": search,
    "quote": quote,
    "order": order,
    "payment": payment,
    "upload": upload,
}
"""What a profile's mix may name. Signing in and the reference are sent by people of their own."""

OPERATIONS = frozenset(
    {
        "GET /me", "GET /orders", "GET /orders/{id}", "GET /customers", "POST /quotes", "POST /orders",
        "POST /payments", "POST /files", "POST /auth/tokens", "reference", "*",
    }
)  # fmt: skip
"""What a budget may be of."""

REFERENCE = "/capabilities"
"""The least that the API answers: no right, no row of the business."""


def paper(pages: int) -> bytes:
    """A PDF whose bytes were never seen before."""
    kids = " ".join(f"{3 + 2 * index} 0 R" for index in range(pages))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>"]
    font = "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
    for index in range(pages):
        text = f"BT /F1 11 Tf 72 720 Td (Certificate {uuid.uuid4().hex}) Tj ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources {font} "
            f"/Contents {4 + 2 * index} 0 R >>"
        )
        objects.append(f"<< /Length {len(text)} >>\nstream\n{text}\nendstream")
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += "".join(f"{place:010} 00000 n \n" for place in places).encode()
    return out + f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n".encode()


def multipart(file: tuple[str, bytes]) -> tuple[str, bytes]:
    """The content type and the bytes of a multipart body whose one part `file` this is."""
    name, content = file
    mark = uuid.uuid4().hex
    head = (
        f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
        "Content-Type: application/octet-stream\r\n\r\n"
    )
    return f"multipart/form-data; boundary={mark}", head.encode() + content + f"\r\n--{mark}--\r\n".encode()

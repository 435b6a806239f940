"""Where personal data is: who hands it out, and who forgets it. Books keep amounts under the customer's id."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from backend.business.customers import facade as customers
from backend.business.loyalty import facade as loyalty
from backend.business.orders import facade as orders
from backend.business.payments import facade as payments
from backend.core.accounts import facade as accounts
from backend.core.files import facade as files


@dataclass(frozen=True, slots=True)
class Source:
    """A domain's part: `erase` is None where nothing of it can be forgotten, and `kept` says why or what."""

    name: str
    export: Callable[[uuid.UUID], list[dict[str, Any]]]
    erase: Callable[[uuid.UUID], int] | None
    erased: tuple[str, ...]
    kept: tuple[str, ...]


SOURCES: tuple[Source, ...] = (
    # Users first: deleting one locks what the others do not.
    Source(
        "users",
        accounts.personal_data,
        accounts.erase_personal_data,
        ("name", "email", "phone", "telegram_id", "preferences", "sessions", "credentials"),
        ("id",),
    ),
    Source("files", files.personal_data, files.erase_personal_data, ("content", "name", "metadata"), ()),
    Source(
        "customers",
        customers.personal_data,
        customers.erase_personal_data,
        ("name", "legal_name", "tax_id", "contacts", "tags", "metadata"),
        ("id", "kind", "class"),
    ),
    Source(
        "orders",
        orders.personal_data,
        orders.erase_personal_data,
        ("comment", "notes", "reasons", "metadata"),
        ("number", "lines", "amounts"),
    ),
    Source(
        "payments",
        payments.personal_data,
        payments.erase_personal_data,
        ("reference", "note", "proofs", "metadata"),
        ("number", "amount"),
    ),
    Source("loyalty", loyalty.personal_data, None, (), ("points",)),
)


def blockers(customer_id: uuid.UUID) -> list[str]:
    """What is still to be done for a customer: `unfinished_orders`, `outstanding`, `credit`."""
    found = []
    if orders.unfinished_orders(customer_id):
        found.append("unfinished_orders")
    balance = payments.customer_balance(customer_id)
    if balance.outstanding.minor:
        found.append("outstanding")
    if balance.credit.minor:
        found.append("credit")
    return found

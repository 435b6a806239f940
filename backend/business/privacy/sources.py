"""Where personal data is: who hands it out, and who forgets it. Books keep amounts under the customer's id."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from backend.business.customers import facade as customers
from backend.business.loyalty import facade as loyalty
from backend.business.orders import facade as orders
from backend.business.payments import facade as payments
from backend.business.pricing import facade as pricing
from backend.business.privacy.models import Consent, Kind, PrivacyRequest
from backend.core.accounts import facade as accounts
from backend.core.files import facade as files


@dataclass(frozen=True, slots=True)
class Reach:
    """Whose data, and how much of it.

    With `person` (a user) it is only what this user sent, placed or recorded; `user` narrows the customer's users to
    one. `sign_ins` adds when and from where they signed in, `own_row` the customer's own name, contacts and points,
    `identity` the number of its identity document in the clear.
    """

    customer_id: uuid.UUID
    person: uuid.UUID | None = None
    user: uuid.UUID | None = None
    sign_ins: bool = True
    own_row: bool = True
    identity: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A domain's part: `erase` is None where nothing of it can be forgotten, and `kept` says why or what."""

    name: str
    export: Callable[[Reach], list[dict[str, Any]]]
    erase: Callable[[uuid.UUID], int] | None
    erased: tuple[str, ...]
    kept: tuple[str, ...]


_CONSENT = (
    "id", "purpose", "version", "granted", "at", "ip", "user_agent", "language", "source", "text_sha256",
)  # fmt: skip
_REQUEST = ("id", "kind", "state", "reason", "created_at", "decided_at", "expires_at")


def _users(reach: Reach) -> list[dict[str, Any]]:
    return accounts.personal_data(reach.customer_id, user_id=reach.user, sign_ins=reach.sign_ins)


def _customer(reach: Reach) -> list[dict[str, Any]]:
    return customers.personal_data(reach.customer_id, in_full=reach.identity) if reach.own_row else []


def _points(reach: Reach) -> list[dict[str, Any]]:
    # Points are the customer's, nobody's of its people.
    return loyalty.personal_data(reach.customer_id) if reach.own_row else []


def _consents(reach: Reach) -> list[dict[str, Any]]:
    rows = Consent.objects.filter(customer_id=reach.customer_id)
    if reach.person is not None:
        rows = rows.filter(Q(user_id=reach.person) | Q(recorded_by_id=reach.person))
    return list(rows.order_by("id").values(*_CONSENT))


def _forget_consents(customer_id: uuid.UUID) -> int:
    return (
        Consent.objects.filter(customer_id=customer_id)
        .exclude(ip=None, user_agent="")
        .update(ip=None, user_agent="")
    )


def _requests(reach: Reach) -> list[dict[str, Any]]:
    # Holds are not the person's to know of: they are made against it.
    rows = PrivacyRequest.objects.filter(customer_id=reach.customer_id).exclude(kind=Kind.HOLD)
    if reach.person is not None:
        rows = rows.filter(requested_by_id=reach.person)
    return list(rows.order_by("id").values(*_REQUEST))


def _forget_requests(customer_id: uuid.UUID) -> int:
    rows = PrivacyRequest.objects.filter(customer_id=customer_id).exclude(kind=Kind.HOLD)
    return rows.exclude(reason="").update(reason="")


SOURCES: tuple[Source, ...] = (
    # In the order in which an order's placing locks: quote, files, customer.
    Source(
        "quotes",
        lambda reach: pricing.personal_data(reach.customer_id, made_by=reach.person),
        pricing.erase_personal_data,
        ("unused_quotes",),
        ("lines", "trace", "amounts"),
    ),
    # Users early: deleting one locks what the others do not.
    Source(
        "users",
        _users,
        accounts.erase_personal_data,
        ("name", "email", "phone", "telegram_id", "preferences", "sessions", "credentials", "identities"),
        ("id",),
    ),
    Source(
        "files",
        lambda reach: files.personal_data(reach.customer_id, made_by=reach.person),
        files.erase_personal_data,
        ("content", "name", "metadata"),
        (),
    ),
    Source(
        "customers",
        _customer,
        customers.erase_personal_data,
        ("name", "legal_name", "tax_id", "contacts", "tags", "metadata", "identity"),
        ("id", "kind", "class", "language"),
    ),
    Source(
        "orders",
        lambda reach: orders.personal_data(reach.customer_id, made_by=reach.person),
        orders.erase_personal_data,
        ("comment", "notes", "reasons", "metadata"),
        ("number", "lines", "amounts", "transitions"),
    ),
    Source(
        "payments",
        lambda reach: payments.personal_data(reach.customer_id, made_by=reach.person),
        payments.erase_personal_data,
        ("reference", "note", "proofs", "rejected_reason", "metadata"),
        ("number", "amount"),
    ),
    Source("loyalty", _points, None, (), ("points", "redemptions")),
    # That consent was given must stay provable (GDPR 7(1)); from where is not needed for that.
    Source(
        "consents",
        _consents,
        _forget_consents,
        ("ip", "user_agent"),
        ("purpose", "number", "granted", "at", "text_sha256"),
    ),
    Source("privacy_requests", _requests, _forget_requests, ("reason",), ("kind", "state", "outcome")),
)


def own_data(user_id: uuid.UUID) -> dict[str, list[dict[str, Any]]]:
    """What is kept of one user as a person, by place."""
    consents = Consent.objects.filter(user_id=user_id).order_by("id")
    requests = PrivacyRequest.objects.filter(requested_by_id=user_id).exclude(kind=Kind.HOLD).order_by("id")
    return {
        "user": accounts.person_data(user_id),
        "consents": list(consents.values(*_CONSENT)),
        "requests": list(requests.values(*_REQUEST)),
    }


ALSO_KEPT = ("books", "audit_log", "events", "webhook_deliveries", "idempotency_keys", "backups")
"""What no erasure reaches: each has a time of its own, after which it goes; see `coverage.LOGS`."""


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

"""What is known of one customer as a person, and forgetting it."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from backend.business.customers.events import CustomerErased
from backend.business.customers.identities import opened
from backend.business.customers.models import Customer
from backend.business.customers.services import derived_columns
from backend.business.customers.types import masked
from backend.kernel import crypto, db
from backend.kernel.errors import ResourceNotFound
from backend.kernel.events import emit

logger = logging.getLogger(__name__)

ERASED = "Erased customer"


def personal_data(customer_id: uuid.UUID, *, in_full: bool = False) -> list[dict[str, Any]]:
    """The customer's own row, and those that were merged into it; none where it is unknown.

    The number of its identity document is masked unless `in_full`; then it is null where it cannot be opened.
    """
    rows = Customer.objects.filter(Q(pk=customer_id) | Q(merged_into_id=customer_id)).order_by("-active", "pk").values(
        "id", "kind", "class_code", "name", "legal_name", "tax_id", "language", "contacts",
        "telegram_user_id", "tags", "metadata", "active", "created_at", "updated_at", "identity",
    )  # fmt: skip
    return [{**row, "identity": _identity(row["id"], row["identity"], in_full)} for row in rows]


def has_identity(customer_id: uuid.UUID) -> bool:
    """Whether an identity document of the customer is kept."""
    rows = Customer.objects.filter(Q(pk=customer_id) | Q(merged_into_id=customer_id))
    return rows.exclude(identity={}).exists()


def _identity(customer_id: uuid.UUID, identity: dict[str, Any], in_full: bool) -> dict[str, Any] | None:
    if not in_full:
        return masked(identity)
    try:
        return opened(customer_id, identity)
    except crypto.CannotDecrypt:
        # One document that does not open keeps nobody from the rest of what is kept of them.
        logger.exception("the identity document of customer %s does not open", customer_id)
        return {**{name: value for name, value in identity.items() if name != "last"}, "number": None}


def erase_personal_data(customer_id: uuid.UUID) -> int:
    """Takes name, contacts, tax number, tags and metadata from a customer; its id stays for orders and books.

    With it go those that were merged into it: they are the same person. Needs an open transaction. Raises
    ResourceNotFound. Emits customer.erased for each. Locks the customers. Doing it again changes nothing.
    """
    rows = db.lock_queryset(Customer.objects.filter(Q(pk=customer_id) | Q(merged_into_id=customer_id)))
    if customer_id not in {row.pk for row in rows}:
        raise ResourceNotFound()
    return sum(map(_erase, rows))


def _erase(row: Customer) -> int:
    changes: dict[str, Any] = {
        "name": ERASED,
        "legal_name": None,
        "tax_id": None,
        "contacts": [],
        "telegram_user_id": None,
        "tags": [],
        "metadata": {},
        "identity": {},
        "merge": {},
        "active": False,
    }
    if all(getattr(row, name) == value for name, value in changes.items()):
        return 0
    derived = derived_columns(name=ERASED, contacts=[], legal_name=None, tax_id=None)
    row.save_versioned(**changes, **derived)
    emit(CustomerErased(customer=row.pk), subject_id=row.pk, object_version=row.version)
    return 1


def customers_older_than(
    before: datetime,
    *,
    limit: int,
    excluding: Sequence[QuerySet[Any, Any]] = (),
    after: uuid.UUID | None = None,
) -> list[uuid.UUID]:
    """Customers that were made before a time and are not erased yet, oldest first, in one query.

    `excluding` are queries of the ids of customers that are left out; they answer no nulls. `after` is the last
    customer of the page before.
    """
    # Those that were merged go with the one that they are now.
    rows = Customer.objects.filter(created_at__lt=before, merged_into=None).exclude(name=ERASED, active=False)
    for others in excluding:
        rows = rows.exclude(pk__in=others)
    if after is not None:
        rows = rows.filter(pk__gt=after)
    return list(rows.order_by("id").values_list("id", flat=True)[:limit])

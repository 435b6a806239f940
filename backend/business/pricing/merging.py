"""Two customers become one: the quotes go along, and come back when that was wrong."""

from __future__ import annotations

import uuid

from django.db.models import Q, QuerySet

from backend.business.pricing.models import Quote
from backend.kernel import db


def _locked(rows: QuerySet[Quote]) -> dict[uuid.UUID, uuid.UUID | None]:
    # As the placing of an order does, which takes its quote before anything else: the quotes come first here too.
    db.require_transaction()
    return dict(rows.select_for_update().order_by("pk").values_list("pk", "order_id"))


def move_to_customer(source: uuid.UUID, target: uuid.UUID) -> dict[str, list[uuid.UUID]]:
    """Gives all quotes of one customer to another; answers which these were, and `_open` those without an order.

    Needs the caller's transaction, before the customers are locked. Locks the quotes.
    """
    quotes = _locked(Quote.objects.filter(customer_id=source))
    db.change_all(Quote, quotes, customer_id=target)
    return {"quotes": list(quotes), "_open": [pk for pk, order in quotes.items() if order is None]}


def return_from_customer(source: uuid.UUID, target: uuid.UUID, moved: dict[str, list[uuid.UUID]]) -> None:
    """Gives what `move_to_customer` moved back, but a quote that an order took since. Needs and locks the same."""
    stay = Q(pk__in=moved["_open"], order_id__isnull=False)
    quotes = _locked(Quote.objects.filter(pk__in=moved["quotes"], customer_id=target).exclude(stay))
    db.change_all(Quote, quotes, customer_id=source)


def customer_has_quotes(customer_id: uuid.UUID) -> bool:
    """Whether a quote names the customer."""
    return Quote.objects.filter(customer_id=customer_id).exists()

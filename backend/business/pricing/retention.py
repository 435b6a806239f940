"""Quotes that nobody used, past their time of keeping."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from backend.business.pricing.models import Quote


def unused_quotes_before(
    before: datetime, limit: int, *, keep: QuerySet[Any, Any] | None = None
) -> list[uuid.UUID]:
    """Quotes that expired before a time and that no order was made from, oldest first.

    Those of customers whose ids `keep` asks for are left out.
    """
    rows = Quote.objects.filter(valid_until__lt=before, order_id=None)
    if keep is not None:
        rows = rows.filter(Q(customer_id=None) | ~Q(customer_id__in=keep))
    return list(rows.order_by("id").values_list("id", flat=True)[:limit])


def delete_quotes(ids: list[uuid.UUID]) -> int:
    """Deletes quotes that are still unused; answers how many there were."""
    return Quote.objects.filter(pk__in=ids, order_id=None).delete()[0]

"""Sessions that are over, past their time of keeping."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from backend.core.accounts.models import Session, User


def ended_sessions_before(
    before: datetime, limit: int, *, keep: QuerySet[Any, Any] | None = None
) -> list[uuid.UUID]:
    """Sessions that ended before a time, oldest first; not of users of customers whose ids `keep` asks for."""
    rows = Session.objects.filter(Q(revoked_at__lt=before) | Q(expires_at__lt=before))
    if keep is not None:
        rows = rows.exclude(user__in=User.objects.filter(customer_id__in=keep))
    return list(rows.order_by("id").values_list("id", flat=True)[:limit])


def delete_sessions(ids: list[uuid.UUID]) -> int:
    """Deletes sessions; answers how many there were."""
    return Session.objects.filter(pk__in=ids).delete()[0]

"""Sessions that are over, past their time of keeping."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db.models import Q

from backend.core.accounts.models import Session


def ended_sessions_before(before: datetime, limit: int) -> list[uuid.UUID]:
    """Sessions that ended before a time, oldest first."""
    return list(
        Session.objects.filter(Q(revoked_at__lt=before) | Q(expires_at__lt=before))
        .order_by("id")
        .values_list("id", flat=True)[:limit]
    )


def delete_sessions(ids: list[uuid.UUID]) -> int:
    """Deletes sessions; answers how many there were."""
    return Session.objects.filter(pk__in=ids).delete()[0]

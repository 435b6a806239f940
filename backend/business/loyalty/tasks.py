"""Scheduled work of loyalty."""

from __future__ import annotations

from celery import shared_task

from backend.business.loyalty.services import release_overdue_redemptions


@shared_task(name="loyalty.release_overdue")
def release_overdue() -> int:
    """Gives back the points whose reservation has run out, in the tenant of the message."""
    return release_overdue_redemptions()

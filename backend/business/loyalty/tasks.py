"""Scheduled work of loyalty."""

from __future__ import annotations

from celery import shared_task

from backend.business.loyalty.expiry import expire_points
from backend.business.loyalty.services import TOPIC, release_overdue_redemptions
from backend.kernel import schedule, tenancy
from backend.kernel.events import signals
from backend.kernel.tenancy.tasks import task

schedule.daily("loyalty.expire")


@shared_task(name="loyalty.release_overdue")
def release_overdue() -> int:
    """Gives back the points whose reservation has run out, in the tenant of the message."""
    signals.awake(TOPIC)
    return release_overdue_redemptions()


@task("loyalty.expire", scope="any")
def expire() -> int:
    """Expires points past their day in a business; the operator's schema has none. Returns how many."""
    return 0 if tenancy.is_public() else expire_points()

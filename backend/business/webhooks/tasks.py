"""Celery tasks: a hint to hurry; what is to be sent is in the database."""

from __future__ import annotations

from celery import shared_task

from backend.business.webhooks import delivering, queue
from backend.kernel.events import retention

retention.PRUNERS.append(queue.prune_deliveries)


@shared_task(name="webhooks.deliver")
def deliver() -> int:
    """Makes the attempts that are due for the business that the task was sent for."""
    return delivering.deliver_due()

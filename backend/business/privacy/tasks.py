"""Celery tasks of privacy: hints to hurry; what is to be done is in the database."""

from __future__ import annotations

from backend.business.privacy import requests, retention
from backend.kernel import schedule
from backend.kernel.tenancy.tasks import task

schedule.daily("privacy.retention")


@task("privacy.retention")
def apply_retention() -> dict[str, int]:
    """Deletes what is past its time of keeping, in the business that the task was sent for."""
    return retention.apply()


@task("privacy.erase_approved")
def erase_approved() -> int:
    """Does erasures again that a restore has undone, in the business that the task was sent for."""
    return requests.erase_approved()

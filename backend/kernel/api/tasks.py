"""Celery tasks of the API base."""

from __future__ import annotations

from backend.kernel import schedule
from backend.kernel.api import idempotency
from backend.kernel.tenancy.tasks import task

schedule.daily("api.forget_keys")


@task("api.forget_keys", scope="any")
def forget_keys() -> int:
    """Deletes the records of idempotency keys that are past their time, for the schema that it was sent for."""
    return idempotency.forget_old()

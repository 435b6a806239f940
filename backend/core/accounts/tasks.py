"""Celery tasks of accounts: a hint to hurry; what is to be sent is in the database."""

from __future__ import annotations

from backend.core.accounts import mails
from backend.core.accounts.services.registering import prune_unproved
from backend.kernel import schedule
from backend.kernel.tenancy.tasks import task

schedule.daily("accounts.prune")


@task("accounts.prune", scope="any")
def prune() -> int:
    """Deletes registrations that nobody proved."""
    return prune_unproved()


@task("accounts.send_mails", scope="any")
def send_mails() -> int:
    """Sends the mails that are due in the schema that the task was sent for."""
    return mails.send_due()

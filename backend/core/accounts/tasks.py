"""Celery tasks of accounts: a hint to hurry; what is to be sent is in the database."""

from __future__ import annotations

from backend.core.accounts import mails
from backend.kernel.tenancy.tasks import task


@task("accounts.send_mails", scope="any")
def send_mails() -> int:
    """Sends the mails that are due in the schema that the task was sent for."""
    return mails.send_due()

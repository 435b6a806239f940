"""Celery tasks of accounts: a hint to hurry; what is to be sent is in the database."""

from __future__ import annotations

import uuid
from datetime import datetime

from backend.core.accounts import mails
from backend.core.accounts.models import ApiKey
from backend.core.accounts.oauth.services import prune_grants
from backend.core.accounts.services.invitations import prune_ended
from backend.core.accounts.services.registering import prune_unproved
from backend.kernel import schedule
from backend.kernel.tenancy.tasks import task

schedule.daily("accounts.prune")


@task("accounts.prune", scope="any")
def prune() -> int:
    """Deletes registrations that nobody proved, old invitations, and applications' tokens that work no more."""
    return prune_unproved() + prune_ended() + prune_grants()


@task("accounts.send_mails", scope="any")
def send_mails() -> int:
    """Sends the mails that are due in the schema that the task was sent for."""
    return mails.send_due()


@task("accounts.mark_key_used", scope="any")
def mark_key_used(key_id: str, at: str, address: str) -> None:
    """Writes when and from where a key was used last."""
    moment = datetime.fromisoformat(at)
    ApiKey.objects.filter(pk=uuid.UUID(hex=key_id)).update(last_used_at=moment, last_used_ip=address or None)

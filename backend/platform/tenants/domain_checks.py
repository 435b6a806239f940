"""Whether domains are still their businesses': the record that proved each is looked for every day."""

from __future__ import annotations

import logging
import uuid
from datetime import datetime, timedelta

from django.db.models import F, Q

from backend.kernel import clock
from backend.kernel.db import transaction
from backend.kernel.errors import ResourceNotFound
from backend.kernel.events import emit
from backend.kernel.ids import encode
from backend.kernel.tenancy import PUBLIC, tenant_context
from backend.platform.tenants import dns
from backend.platform.tenants.domain_services import is_proved, locked_domain, settle
from backend.platform.tenants.events import DomainLapsed
from backend.platform.tenants.models import Domain

logger = logging.getLogger(__name__)

DAYS = 7
"""So many days in a row without the record, and a domain lapses: who moves to another name server has time."""
EVERY = timedelta(hours=20)
BATCH = 1000
"""Domains of one run; those that were not looked at longest come first, so all have their turn."""


def check_domains() -> int:
    """Looks for the records of proved domains that were not looked at today; returns how many have lapsed.

    What no name server answers is no proof of either, and counts for nothing: else an outage of ours would take
    every business's domain. Emits tenant.domain_lapsed in the business. Locks the business of a lapsed one.
    """
    now = clock.now()
    due = Q(checked_at__lt=now - EVERY) | Q(checked_at=None)
    lapsed = 0
    with tenant_context(PUBLIC):
        rows = Domain.objects.filter(due, verified_at__isnull=False)
        for row in rows.order_by(F("checked_at").asc(nulls_first=True), "pk")[:BATCH]:
            try:
                proved, _count = is_proved(row)
            except dns.DnsFailure as error:
                logger.warning("the proof of %s could not be looked for: %s", row.domain, error)
                continue
            lapsed += _note(row.pk, proved, now)
    return lapsed


def _note(domain_id: uuid.UUID, proved: bool, now: datetime) -> bool:
    with transaction():
        try:
            row, tenant = locked_domain(domain_id)
        except ResourceNotFound:
            return False  # Given up meanwhile.
        if row.verified_at is None or row.verified_at > now:
            return False
        # Not a new version: nothing that whoever edits the domain has seen changes.
        row.checked_at, row.failed_checks = now, 0 if proved else row.failed_checks + 1
        row.save(update_fields=["checked_at", "failed_checks"])
        if row.failed_checks < DAYS:
            return False
        row.save_versioned(verified_at=None, certificate=Domain.Certificate.NONE)
        settle(tenant)
        info = tenant.info()
        with tenant_context(info):
            emit(
                DomainLapsed(domain=row.pk, name=row.domain),
                subject_id=info.id,
                object_version=tenant.version,
            )
    logger.error("%s of %s has lapsed: its record is gone", row.domain, encode("ten", info.id))
    return True

"""Retention: old entries go, and leave a checkpoint by which the rest of the chain stays checkable."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import connection, connections, transaction

from backend.core.audit import chain
from backend.core.audit.models import AccessEntry
from backend.core.audit.selectors import first_id
from backend.core.audit.writing import write_as_owner
from backend.kernel import clock, db

MOST = 50_000
"""Entries that one call removes."""

# From the oldest on, only as far as all are old: numbers are nearly, not wholly, in the order of time.
_CUT = """
SELECT sequence, hash FROM audit_entry
WHERE sequence < (
    SELECT coalesce(
        (SELECT sequence FROM audit_entry WHERE sequence IS NOT NULL AND at >= %(before)s ORDER BY sequence LIMIT 1),
        (SELECT max(sequence) FROM audit_entry)
    )
) AND sequence < (SELECT min(sequence) FROM audit_entry) + %(most)s
ORDER BY sequence DESC LIMIT 1
"""


def prune_entries(*, days: int, at: datetime | None = None) -> int:
    """Removes sealed entries older than `days` of the current schema, at most MOST; returns how many.

    First an entry `audit.pruned` says up to which number, and which hash it had; then the owner of the table
    deletes, as no other role can. The last sealed entry stays. Killed in between, the checkpoint stands and
    nothing is gone; the next run goes on.
    """
    before = (at or clock.now()) - timedelta(days=days)
    with connection.cursor() as cursor:
        cursor.execute(_CUT, {"before": before, "most": MOST})
        row = cursor.fetchone()
    if row is None:
        return 0
    through, seal = int(row[0]), bytes(row[1])
    write_as_owner(
        chain.PRUNED, details={"through": through, "hash": seal.hex(), "older_than": before.isoformat()}
    )
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        cursor.execute(f"SET LOCAL guildhall.audit_prune_to = '{through}'")
        cursor.execute("DELETE FROM audit_entry WHERE sequence <= %s", [through])
        return int(cursor.rowcount)


_DUE = """
SELECT count(*) FROM (SELECT FROM audit_entry WHERE sequence <= %s ORDER BY sequence LIMIT %s) AS found
"""


def entries_due(*, days: int, at: datetime | None = None) -> tuple[int, bool]:
    """How many entries of the current schema `prune_entries` would remove now, and whether the next run finds more."""
    with connection.cursor() as cursor:
        cursor.execute(_CUT, {"before": (at or clock.now()) - timedelta(days=days), "most": 2**62})
        row = cursor.fetchone()
        if row is None:
            return 0, False
        cursor.execute(_DUE, [row[0], MOST + 1])
        found = int(cursor.fetchone()[0])
    return min(found, MOST), found > MOST


def access_due(*, days: int, at: datetime | None = None) -> tuple[int, bool]:
    """The same of `prune_access`."""
    before = first_id((at or clock.now()) - timedelta(days=days))
    found = AccessEntry.objects.filter(id__lt=before)[: MOST + 1].count()
    return min(found, MOST), found > MOST


def prune_access(*, days: int, at: datetime | None = None) -> int:
    """Removes requests older than `days` from the current schema's log, at most MOST; returns how many."""
    before = first_id((at or clock.now()) - timedelta(days=days))
    with db.transaction():
        oldest = AccessEntry.objects.filter(id__lt=before).order_by("id").values("id")[:MOST]
        return int(AccessEntry.objects.filter(id__in=oldest).delete()[0])

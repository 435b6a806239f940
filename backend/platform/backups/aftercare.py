"""What follows when a business's data was exchanged or added to: sessions, caches, waiting work."""

from __future__ import annotations

from typing import Any

from backend.core.accounts.facade import end_all_sessions
from backend.kernel import tenancy
from backend.kernel.errors import DomainError
from backend.kernel.events import signals
from backend.platform.backups.models import Restore

AFTERCARE = "aftercare"
"""The phase of a row whose data is live and whose tenant is still to be looked after."""


def look_after(restore: Restore) -> None:
    """What follows a swap: sessions end, every process forgets the tenant, and waiting work is woken.

    Sessions of the snapshot are old, so all of them end; a merge brings none, and ends none. Marked as done in the
    row's phase; the sweep does it again where the process died before that.
    """
    tenancy.forget_tenant(restore.tenant_id)
    try:
        info = tenancy.resolve_id(restore.tenant_id)
    except DomainError:
        info = None
    if info is None:
        # The tenant is gone: there is nobody to look after.
        Restore.objects.filter(pk=restore.pk).update(phase="")
        return
    with tenancy.tenant_context(info):
        if restore.mode == "replace":
            end_all_sessions(reason="restored")
        clear_cache(info.schema)
        # The snapshot's unfinished work has no signals: those stand in public.
        signals.raise_all()
    Restore.objects.filter(pk=restore.pk, phase=AFTERCARE).update(phase="")


def clear_cache(schema: str) -> None:
    """Delete the tenant's cached values: what they were made from may be gone. Valkey may be dead."""
    cursor: Any = "0"
    while True:
        answer: Any = signals.attempt("a scan", "SCAN", cursor, "MATCH", f"{schema}:*", "COUNT", 500)
        if answer is None:
            return
        cursor, keys = answer
        if keys:
            signals.attempt("a deletion", "UNLINK", *keys)
        if int(cursor) == 0:
            return

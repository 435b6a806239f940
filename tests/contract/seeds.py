"""Rows of the contract's world that no operation makes."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

from backend.core.audit.models import AccessEntry, Alert
from backend.kernel import clock
from backend.kernel.ids import decode, encode


def alert() -> str:
    """A fresh alert of security; only a rule makes one."""
    return encode("alr", Alert.objects.create(rule="new_place", subject="192.0.0.0/16").id)


def logged() -> None:
    """A request in the log; a server's own thread writes them."""
    AccessEntry.objects.create(
        at=clock.now(),
        method="GET",
        route="/api/v1/me",
        status=200,
        duration_ms=3,
        actor_kind="staff",
        request_id="req_seeded",
    )


def ready_merge(world: Any) -> str:
    """The id of a merge whose difference was made."""
    from backend.platform.backups.models import Restore

    world.usable_backup()
    lost = {"id": str(uuid.UUID(int=1)), "label": "ORD-2026-000001"}
    table = {
        "table": "orders_order",
        "choice": "insert",
        "why": "",
        "overwritable": False,
        "backup_rows": 2,
        "live_rows": 1,
        "lost": 1,
        "comes_back": 0,
        "changed": 0,
        "only_live": 0,
        "lost_samples": [{**lost, "columns": []}],
        "changed_samples": [],
    }
    taken = {"reason": "taken", "detail": "orders_order_number_once", "held_by": str(uuid.UUID(int=2))}
    report = {
        "store": "local",
        "snapshot_at": "2026-01-01T00:00:00Z",
        "phases": [],
        "difference": {
            "compared_at": "2026-01-02T00:00:00Z",
            "tables": [table],
            "conflict_counts": {"taken": 1},
            "conflicts": [{"table": "orders_order", **lost, **taken}],
        },
    }
    Restore.objects.filter(pk=decode("rst", world.ids["rst"])).update(
        state="ready", mode="merge", staged_until=clock.now() + timedelta(days=1), report=report
    )
    return str(world.ids["rst"])


def undoable_restore(world: Any) -> str:
    """The id of a replacement whose former schema is kept."""
    from backend.platform.backups.models import Restore

    world.usable_backup()
    Restore.objects.filter(pk=decode("rst", world.ids["rst"])).update(
        state="succeeded",
        mode="replace",
        report={},
        kept_schema="t_kept",
        finished_at=clock.now(),
        undo_until=clock.now() + timedelta(days=1),
    )
    return str(world.ids["rst"])

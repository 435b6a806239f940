"""The work of merges: the staging schema and the difference, and later the rows. Called by tasks; see ``jobs`` for
the rules.

A merge is asked for in two steps. The first one builds the backup beside the live schema, as a replacement does, and
compares; the second, which an operator asks for after a look, brings back what was lost. Between them the staging
schema stands, for as long as a replaced one would.
"""

from __future__ import annotations

import json
import logging
import uuid
from typing import Any

import psycopg
from django.utils.translation import gettext_lazy as _
from psycopg import sql

from backend.kernel import clock
from backend.kernel.actions import action
from backend.kernel.ids import encode
from backend.platform.backups.aftercare import AFTERCARE, look_after
from backend.platform.backups.carry import announce
from backend.platform.backups.choices import rules
from backend.platform.backups.configuration import Configuration, configuration
from backend.platform.backups.engine.errors import Refused
from backend.platform.backups.engine.merging.applying import Merged, difference, merge
from backend.platform.backups.engine.merging.choices import Wanted
from backend.platform.backups.engine.snapshot import Connection, schema_exists
from backend.platform.backups.engine.swap import names_for
from backend.platform.backups.events import TenantMerged
from backend.platform.backups.guard import Busy, Guard
from backend.platform.backups.jobs import FAULTS
from backend.platform.backups.models import Restore
from backend.platform.backups.services import move
from backend.platform.backups.shadows import bring_up, build, drop_shadow, record, same_migrations
from backend.platform.backups.states import RESTORE

logger = logging.getLogger(__name__)

MERGED = action("tenant.merged", _("Rows brought back from a backup"))


def stage(config: Configuration, restore: Restore, guard: Guard) -> None:
    """Builds the staging schema and keeps the difference in the row, which is then `ready`.

    Nothing live changes, but that missing files are put back: no row names them yet. Raises what building raises.
    """
    names = names_for(restore.schema, restore.mark)

    def step(phase: str) -> None:
        guard.alive()
        Restore.objects.filter(pk=restore.pk).update(phase=phase)

    store, manifest, seconds = build(config, restore, names, step)
    step("difference")
    found = difference(config.server, live=names.live, staging=names.shadow, rules=rules())
    report = {
        "store": store.name,
        "snapshot_at": manifest.snapshot_at,
        "phases": [{"name": name, "milliseconds": round(value * 1000)} for name, value in seconds.items()],
        "difference": found,
    }
    guard.alive()
    done = move(
        Restore,
        restore.id,
        RESTORE,
        "stage",
        phase="",
        report=report,
        staged_until=clock.now() + config.keep_old,
    )
    if not done:
        raise Refused("the restore was given up meanwhile")
    logger.info("the merge %s of tenant %s can be looked at", restore.id, restore.tenant_id)


def run_merge(restore_id: uuid.UUID) -> None:
    """Applies a merge that an operator has asked for. It commits together with the row's state, or changes nothing.

    A process that dies on the way leaves the row as it was asked for, and the sweep sends it again.
    """
    config = configuration()
    try:
        restore = _asked(restore_id)
        if restore is None:
            return
        with Guard(config.server, restore.tenant_id, Restore._meta.db_table, restore.id) as guard:
            restore = _asked(restore_id)
            if restore is not None:
                _apply(config, restore, guard)
    except Busy:
        logger.info("the merge %s waits: its tenant is being backed up or restored", restore_id)


def _asked(restore_id: uuid.UUID) -> Restore | None:
    rows = Restore.objects.select_related("backup")
    found: Restore | None = rows.filter(pk=restore_id, state="applying").first()
    return found


def _apply(config: Configuration, restore: Restore, guard: Guard) -> None:
    names = names_for(restore.schema, restore.mark)
    wanted = restore.report["wanted"]
    now = clock.now()

    def commit(connection: Connection, merged: Merged) -> None:
        guard.alive()
        same_migrations(connection, names.live, names.shadow)
        outcome = _outcome(merged)
        _tell(connection, restore, outcome)
        record(
            connection,
            restore,
            {
                "state": "succeeded",
                "phase": AFTERCARE,
                "finished_at": now,
                "error": "",
                "report": json.dumps(restore.report | {"merged": outcome}),
            },
            expected="applying",
        )

    try:
        _stands(config, names.shadow)
        bring_up(names.shadow)
        blocked = merge(
            config.server,
            live=names.live,
            staging=names.shadow,
            rules=rules(),
            wanted=Wanted(
                None if wanted["tables"] is None else frozenset(wanted["tables"]),
                frozenset(wanted["overwrite"]),
                frozenset(wanted["revive"]),
            ),
            compared_at=restore.report["difference"]["compared_at"],
            facts=_facts(restore),
            also=commit,
        )
    except FAULTS as exc:
        move(Restore, restore.id, RESTORE, "hold", error=str(exc))
        logger.error("the merge %s was not applied: %s", restore.id, exc)
        return
    restore.refresh_from_db()
    report = restore.report
    report["merged"]["blocked_microseconds"] = round(blocked * 1000)
    restore.save_versioned(report=report)
    logger.warning("tenant %s got back what it had lost since %s", restore.tenant_id, restore.backup_id)
    look_after(restore)
    drop_shadow(config, restore)


def _stands(config: Configuration, schema: str) -> None:
    with psycopg.connect(config.server.dsn, autocommit=True) as connection:
        if not schema_exists(connection, schema):
            raise Refused("its staging schema is gone: ask for the merge anew")


def _facts(restore: Restore) -> dict[str, str]:
    """What the audit log is told of who brought the rows back: the operator that applied them."""
    asked = restore.report["wanted"]["by"]
    return {"kind": "operator", "actor": asked} if asked else {"kind": "system"}


def _outcome(merged: Merged) -> dict[str, Any]:
    def rows(counts: dict[str, int]) -> list[dict[str, Any]]:
        return [{"table": table, "rows": count} for table, count in sorted(counts.items())]

    return {
        "attempts": merged.attempts,
        "blocked_microseconds": None,
        "inserted": rows(merged.inserted),
        "overwritten": rows(merged.overwritten),
        "numbers_raised": rows(merged.raised),
        "balances_settled": sum(merged.settled.values()),
        "conflict_counts": merged.conflict_counts,
        "conflicts": merged.conflicts,
    }


def _tell(connection: Connection, restore: Restore, outcome: dict[str, Any]) -> None:
    """One event in the business's stream and one entry in its log. No event of a row that came back is sent again."""
    tables = [row["table"] for row in [*outcome["inserted"], *outcome["overwritten"]]]
    event = TenantMerged(
        restore=restore.id,
        backup=restore.backup_id,
        as_of=restore.backup.snapshot_at or restore.backup.created_at,
        inserted=sum(row["rows"] for row in outcome["inserted"]),
        overwritten=sum(row["rows"] for row in outcome["overwritten"]),
        tables=sorted(set(tables)),
    )
    announce(connection, restore.schema, restore.tenant_id, event)
    connection.execute(
        sql.SQL(
            'INSERT INTO {} (id, at, txid, "table", row_id, action, after, actor_kind)'
            " VALUES (gen_random_uuid(), now(), 0, 'tenants_tenant', %s, %s, %s::jsonb, '')"
        ).format(sql.Identifier(restore.schema, "audit_entry")),
        [
            restore.tenant_id,
            MERGED.code,
            json.dumps(
                {
                    "restore": encode("rst", restore.id),
                    "backup": encode("bkp", restore.backup_id),
                    "inserted": event.inserted,
                    "overwritten": event.overwritten,
                }
            ),
        ],
    )

"""Asking for backups, verifications, restores and undos. The work itself is in ``jobs``, run by Celery."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F, Model
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from backend.kernel import clock, ids
from backend.kernel.db import advisory_lock, on_commit
from backend.kernel.db import transaction as service_transaction
from backend.kernel.errors import FieldProblem, Invalid, ReferenceNotFound
from backend.kernel.permissions import Principal
from backend.kernel.states import StateMachine
from backend.platform.backups.choices import rules
from backend.platform.backups.errors import (
    BackupNotRestorable,
    BackupUnderWay,
    RestoreNotReady,
    RestoreNotUndoable,
    RestoreUnderWay,
)
from backend.platform.backups.models import Backup, Restore
from backend.platform.backups.permissions import CREATE, RESTORE_TENANT
from backend.platform.backups.selectors import backup_by_id, restore_by_id, undo_obstacle
from backend.platform.backups.states import RESTORE
from backend.platform.tenants.facade import list_tenants

_TASKS = "backend.platform.backups.tasks"
USABLE = ("ok", "degraded")


def send(task: str, row: uuid.UUID) -> None:
    """Have a task of ours run for a row. A hint to hurry: the sweep finds what no worker took."""
    import_string(f"{_TASKS}.{task}").apply_async(args=[row.hex], expires=600)


def _later(task: str, row: uuid.UUID) -> Callable[[], None]:
    return lambda: send(task, row)


def move(model: type[Model], row: uuid.UUID, machine: StateMachine, name: str, **changes: Any) -> bool:
    """Make a named move of a state machine in one UPDATE; False where the row is not in a state that has
    it.
    """
    found = machine.find(name)
    with service_transaction():
        return bool(
            model._default_manager.filter(pk=row, state__in=found.sources).update(
                state=found.target, version=F("version") + 1, updated_at=clock.now(), **changes
            )
        )


def request_backup(
    *, principal: Principal | None, tenants: Sequence[uuid.UUID] | None, kind: str = "on_demand"
) -> list[Backup]:
    """Ask for a backup of some tenants, or of all where ``tenants`` is None; one row each.

    Asking for all passes over tenants that have a backup waiting or running. Raises PermissionDenied,
    ReferenceNotFound for an unknown tenant, BackupUnderWay for a named one that waits already. Emits nothing.
    Locks nothing. A retry without an idempotency key makes another backup once the first has begun.
    """
    if principal is not None:
        principal.require(CREATE)
    with service_transaction():
        waiting = set(Backup.objects.filter(state="requested").values_list("tenant_id", flat=True))
        rows = []
        for info in _targets(tenants):
            if info.id in waiting:
                if tenants is None:
                    continue
                raise BackupUnderWay(tenant=ids.encode("ten", info.id), pointer="/tenants")
            waiting.add(info.id)
            rows.append(
                Backup(
                    tenant_id=info.id,
                    slug=info.slug,
                    schema=info.schema,
                    kind=kind,
                    requested_by=principal.user_id if principal is not None else None,
                )
            )
        Backup.objects.bulk_create(rows)
        for row in rows:
            on_commit(_later("take", row.id))
    return rows


def _targets(wanted: Sequence[uuid.UUID] | None) -> list[Any]:
    known = {info.id: info for info in list_tenants()}
    if wanted is None:
        return list(known.values())
    for place, tenant_id in enumerate(wanted):
        if tenant_id not in known:
            reference = f"tenant {ids.encode('ten', tenant_id)}"
            raise ReferenceNotFound(reference=reference, pointer=f"/tenants/{place}")
    return [known[tenant_id] for tenant_id in dict.fromkeys(wanted)]


def request_verification(*, principal: Principal | None, backup_id: uuid.UUID) -> Backup:
    """Ask that every copy of a backup be read and proved. The answer is in the backup's ``verification``.

    Raises PermissionDenied, ResourceNotFound, BackupNotRestorable. A retry while one waits changes nothing.
    """
    if principal is not None:
        principal.require(CREATE)
    with service_transaction():
        backup = backup_by_id(backup_id)
        if backup.state not in USABLE:
            raise BackupNotRestorable(state=backup.state)
        if backup.verification not in ("requested", "running"):
            backup.save_versioned(verification="requested")
            on_commit(_later("verify", backup.id))
    return backup


def request_restore(*, principal: Principal | None, backup_id: uuid.UUID, mode: str) -> Restore:
    """Ask for a restore: ``preview`` compares and changes nothing, ``replace`` puts the backup in place, ``merge``
    finds what was lost since, for ``request_merge``.

    A replacement loses every write made after the backup's snapshot; what was live is kept for a day and
    can be put back. Raises PermissionDenied, ResourceNotFound, BackupNotRestorable, RestoreUnderWay.
    """
    if principal is not None:
        principal.require(RESTORE_TENANT)
    with service_transaction():
        backup = backup_by_id(backup_id)
        if backup.state not in USABLE:
            raise BackupNotRestorable(state=backup.state)
        if mode != "preview":
            _refuse_second(backup.tenant_id)
        restore = Restore(
            backup=backup,
            tenant_id=backup.tenant_id,
            schema=backup.schema,
            mode=mode,
            requested_by=principal.user_id if principal is not None else None,
        )
        try:
            with transaction.atomic():
                Restore.objects.bulk_create([restore])
        except IntegrityError as exc:
            if "backups_restore_one_open" in str(exc):
                raise RestoreUnderWay() from exc
            raise
        on_commit(_later("restore", restore.id))
    return restore


def _refuse_second(tenant: uuid.UUID) -> None:
    """Raises RestoreUnderWay where a replacement or a merge of the tenant is open; who asks next, waits."""
    advisory_lock("backups.restore", tenant)
    open_states = ("requested", "running", "ready", "applying", "undoing")
    if Restore.objects.filter(tenant_id=tenant, state__in=open_states).exclude(mode="preview").exists():
        raise RestoreUnderWay()


def request_merge(
    *,
    principal: Principal | None,
    restore_id: uuid.UUID,
    tables: Sequence[str] | None = None,
    overwrite: Sequence[str] = (),
    revive: Sequence[str] = (),
) -> Restore:
    """Ask that what a merge's difference shows be brought back: lost rows of ``tables`` (None: all that can come back)
    with their parts, changed rows of ``overwrite``, and of ``revive`` also what was removed on purpose.

    Raises PermissionDenied, ResourceNotFound, RestoreNotReady, and Invalid for tables that have no such choice. A retry
    while it is being applied is refused.
    """
    if principal is not None:
        principal.require(RESTORE_TENANT)
    with service_transaction():
        restore = restore_by_id(restore_id)
        _check_tables(tables=tables or (), overwrite=overwrite, revive=revive)
        wanted = {
            "tables": None if tables is None else sorted(set(tables)),
            "overwrite": sorted(set(overwrite)),
            "revive": sorted(set(revive)),
            "by": str(principal.user_id) if principal is not None and principal.user_id else None,
        }
        report = restore.report | {"wanted": wanted}
        if not move(Restore, restore.id, RESTORE, "request_merge", error="", report=report):
            raise RestoreNotReady(state=restore.state)
        on_commit(_later("merge", restore.id))
    return restore_by_id(restore_id)


def _check_tables(**named: Sequence[str]) -> None:
    choices = rules()
    problems = []
    for field, tables in named.items():
        for place, table in enumerate(tables):
            choice = choices.of(table)
            if choice.kind != "insert" or (field == "overwrite" and not choice.overwrite):
                problems.append(
                    FieldProblem(
                        f"/{field}/{place}",
                        "table_not_mergeable",
                        _("Rows of {table} cannot be brought back this way."),
                        {"table": table},
                    )
                )
    if problems:
        raise Invalid(problems)


def request_discard(*, principal: Principal | None, restore_id: uuid.UUID) -> Restore:
    """Give a merge up that was not applied; its staging schema goes with the next sweep.

    Raises PermissionDenied, ResourceNotFound, RestoreNotReady. A retry is refused.
    """
    if principal is not None:
        principal.require(RESTORE_TENANT)
    with service_transaction():
        restore = restore_by_id(restore_id)
        if not move(Restore, restore.id, RESTORE, "discard", finished_at=clock.now()):
            raise RestoreNotReady(state=restore.state)
    return restore_by_id(restore_id)


def request_undo(*, principal: Principal | None, restore_id: uuid.UUID) -> Restore:
    """Ask to put back what was live before a replacement; what was written since then is lost in its turn.

    Raises PermissionDenied, ResourceNotFound, RestoreNotUndoable, RestoreUnderWay.
    """
    if principal is not None:
        principal.require(RESTORE_TENANT)
    with service_transaction():
        restore = restore_by_id(restore_id)
        reason = undo_obstacle(restore)
        if reason:
            raise RestoreNotUndoable(reason=reason)
        _refuse_second(restore.tenant_id)
        try:
            with transaction.atomic():
                moved = move(Restore, restore.id, RESTORE, "request_undo", error="")
        except IntegrityError as exc:
            if "backups_restore_one_open" in str(exc):
                raise RestoreUnderWay() from exc
            raise
        if not moved:
            raise RestoreNotUndoable(reason="its state has just changed")
        on_commit(_later("undo", restore.id))
    return restore_by_id(restore_id)

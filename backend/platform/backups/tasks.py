"""Celery tasks of backups. Each is a hint to hurry: what is to be done is in the catalogue's rows."""

from __future__ import annotations

import uuid

from backend.kernel import schedule
from backend.kernel.tenancy.tasks import task
from backend.platform.backups import housekeeping, jobs, merging, restoring

schedule.every(15.0, "backups.sweep")
schedule.every(3600.0, "backups.schedule")
schedule.every(1800.0, "backups.heal")
schedule.every(86400.0, "backups.prune")


@task("backups.take", scope="public")
def take(row: str) -> None:
    """Takes one backup."""
    jobs.run_backup(uuid.UUID(hex=row))


@task("backups.verify", scope="public")
def verify(row: str) -> None:
    """Verifies one backup in every store."""
    jobs.run_verification(uuid.UUID(hex=row))


@task("backups.restore", scope="public")
def restore(row: str) -> None:
    """Runs one restore."""
    restoring.run_restore(uuid.UUID(hex=row))


@task("backups.undo", scope="public")
def undo(row: str) -> None:
    """Undoes one restore."""
    restoring.run_undo(uuid.UUID(hex=row))


@task("backups.merge", scope="public")
def merge(row: str) -> None:
    """Applies one merge."""
    merging.run_merge(uuid.UUID(hex=row))


@task("backups.sweep", scope="public")
def sweep() -> None:
    """Hands out what waits and gives up what died."""
    housekeeping.sweep()


# Beat forgets its periods at a restart, so the week is read from the catalogue, not from a timer.
@task("backups.schedule", scope="public")
def plan() -> int:
    """Asks for the backups that are due."""
    return housekeeping.plan_scheduled()


@task("backups.heal", scope="public")
def heal() -> int:
    """Copies degraded backups to the stores that lack them."""
    return housekeeping.heal_degraded()


@task("backups.prune", scope="public")
def prune() -> int:
    """Deletes what is past its days, never the last verified copy."""
    return housekeeping.prune()

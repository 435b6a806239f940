"""``restore_tenant BACKUP [--preview]`` and ``restore_tenant --undo RESTORE``: restores now, in this process."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from backend.kernel import ids
from backend.platform.backups.facade import (
    request_restore,
    request_undo,
    restore_by_id,
    run_restore,
    run_undo,
)
from backend.platform.backups.management._shared import row_id


class Command(BaseCommand):
    """Exits with an error when the restore did not succeed; the tenant is then as it was."""

    help = "Restore a tenant from a backup, or undo that."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """A backup, or a restore to undo."""
        parser.add_argument("backup", nargs="?", help="bkp_…")
        parser.add_argument("--preview", action="store_true", help="only say what would change")
        parser.add_argument("--undo", metavar="RESTORE", help="put back what was live before rst_…")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run it and print the report."""
        if (options["backup"] is None) == (options["undo"] is None):
            raise CommandError("name a backup, or a restore with --undo")
        if options["undo"]:
            row = request_undo(principal=None, restore_id=row_id("rst", options["undo"]))
            run_undo(row.id)
            expected = "undone"
        else:
            mode = "preview" if options["preview"] else "replace"
            row = request_restore(principal=None, backup_id=row_id("bkp", options["backup"]), mode=mode)
            run_restore(row.id)
            expected = "succeeded"
        done = restore_by_id(row.id)
        if done.state != expected:
            raise CommandError(f"the restore is {done.state}: {done.error}")
        self.stdout.write(f"{ids.encode('rst', done.id)}  {done.mode}  {done.state}")
        for change in done.report.get("tables", ()):
            if not change["same"]:
                self.stdout.write(
                    f"  {change['table']}: live {change['live_rows']}, backup {change['backup_rows']} rows"
                )
        for warning in done.report.get("warnings", ()):
            self.stdout.write(f"  note: {warning.replace('_', ' ')}")
        if done.mode == "replace" and done.state == "succeeded":
            self.stdout.write(
                f"  writes waited {done.report['blocked_microseconds'] / 1000:.1f} ms; "
                f"undo until {done.undo_until:%Y-%m-%d %H:%M} UTC"
            )

"""``backup_tenant SLUG… | --all``: backs tenants up now, in this process, and verifies the backups."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from backend.kernel import ids
from backend.platform.backups.facade import backup_by_id, request_backup, run_backup, run_verification
from backend.platform.backups.management._shared import tenant_id


class Command(BaseCommand):
    """Exits with an error when any backup failed or any copy is missing."""

    help = "Back up tenants now, and verify the backups."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Tenants by slug or id, or ``--all``."""
        parser.add_argument("tenants", nargs="*", help="slugs or ids (ten_…)")
        parser.add_argument("--all", action="store_true", help="every tenant")

    def handle(self, *args: Any, **options: Any) -> None:
        """Take, verify, and say what came of it, a line a backup."""
        if bool(options["tenants"]) == options["all"]:
            raise CommandError("name tenants, or say --all")
        wanted = None if options["all"] else [tenant_id(text) for text in options["tenants"]]
        failed = 0
        for row in request_backup(principal=None, tenants=wanted):
            run_backup(row.id)
            run_verification(row.id)
            done = backup_by_id(row.id)
            good = done.state == "ok" and done.verification == "ok"
            failed += not good
            self.stdout.write(
                f"{ids.encode('bkp', done.id)}  {done.slug}  {done.state}  {done.rows} rows  "
                f"{done.file_count} files  {done.stored_bytes} bytes  verified: {done.verification}"
                + (f"  {done.error or done.verification_error}" if not good else "")
            )
        if failed:
            raise CommandError(f"{failed} of the backups are not whole")

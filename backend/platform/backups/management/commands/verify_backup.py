"""``verify_backup BACKUP…``: reads every copy of backups and proves it."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from backend.platform.backups.facade import backup_by_id, request_verification, run_verification
from backend.platform.backups.management._shared import row_id


class Command(BaseCommand):
    """Exits with an error when a copy of any of them is missing or damaged."""

    help = "Read every copy of backups and prove it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Backups by id."""
        parser.add_argument("backups", nargs="+", help="bkp_…")

    def handle(self, *args: Any, **options: Any) -> None:
        """Verify, and say what was found in each store."""
        failed = 0
        for text in options["backups"]:
            row = request_verification(principal=None, backup_id=row_id("bkp", text))
            run_verification(row.id)
            done = backup_by_id(row.id)
            for copy in done.copies:
                failed += copy["state"] != "ok"
                self.stdout.write(f"{text}  {copy['store']}  {copy['state']}  {copy['error']}".rstrip())
        if failed:
            raise CommandError(f"{failed} copies are not good")

"""`migrate_public`: the login role, the wall, and the operator's tables."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from backend.platform.tenants.bootstrap import migrate_public, prepare_database


class Command(BaseCommand):
    """Prepares the database and runs public's pending migrations. May be run again."""

    help = "Makes the login role and the wall, and runs the pending migrations of the public schema."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints each migration that was run."""
        prepare_database()
        for name in migrate_public():
            self.stdout.write(name)

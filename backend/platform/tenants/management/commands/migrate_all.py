"""`migrate_all`: the template's migrations in every business's schema."""

from __future__ import annotations

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from backend.kernel.tenancy import PUBLIC, tenant_context
from backend.platform.tenants.migration import lacking, migrate_all
from backend.platform.tenants.models import SchemaMigration


class Command(BaseCommand):
    """Brings every schema to the template. May be stopped and run again."""

    help = "Runs in every business's schema what the template has and it has not."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """--workers, --status"""
        parser.add_argument("--workers", type=int, default=2)
        parser.add_argument("--status", action="store_true", help="run nothing: say what is lacking where")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints the outcome; fails where a schema failed."""
        if options["status"]:
            self._status()
            return
        said = time.monotonic()

        def progress(done: int, of: int) -> None:
            nonlocal said
            if time.monotonic() - said > 2:
                said = time.monotonic()
                self.stdout.write(f"{done} of {of} schemas")

        outcome = migrate_all(workers=options["workers"], progress=progress)
        self.stdout.write(
            f"{outcome.schemas} schemas, {outcome.applied} migrations applied, {len(outcome.failed)} failed, "
            f"{outcome.seconds:.1f} s"
        )
        if outcome.failed:
            raise CommandError(
                "\n".join(f"{schema} {name}: {error}" for schema, name, error in outcome.failed[:20])
            )

    def _status(self) -> None:
        for name, count in lacking().items():
            self.stdout.write(f"{name}: {count} schemas lack it")
        with tenant_context(PUBLIC):
            failed = SchemaMigration.objects.filter(state="failed").order_by("schema", "id")
            for row in failed:
                self.stdout.write(
                    f"{row.schema} {row.app}.{row.name}: failed {row.attempts} times: {row.error}"
                )

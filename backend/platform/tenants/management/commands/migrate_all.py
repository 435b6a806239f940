"""`migrate_all`: the template's migrations in every business's schema."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from backend.platform.tenants.migration import migrate_all


class Command(BaseCommand):
    """Brings every schema to the template. May be stopped and run again."""

    help = "Runs in every business's schema what the template has and it has not."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """--workers"""
        parser.add_argument("--workers", type=int, default=2)

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints the outcome; fails where a schema failed."""
        outcome = migrate_all(workers=options["workers"])
        self.stdout.write(
            f"{outcome.schemas} schemas, {outcome.applied} migrations applied, {len(outcome.failed)} failed"
        )
        if outcome.failed:
            raise CommandError(
                "\n".join(f"{schema} {name}: {error}" for schema, name, error in outcome.failed[:20])
            )

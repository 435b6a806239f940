"""`build_template`: the schema that every business's is a copy of."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from backend.platform.tenants.bootstrap import build_template


class Command(BaseCommand):
    """Brings the template to the code's migrations. May be run again."""

    help = "Runs the pending migrations on the template schema and records the text that copies it."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints the number of migrations and the release."""
        done, fingerprint = build_template()
        self.stdout.write(f"{len(done)} migrations; release {fingerprint}")

"""`extend_charts`: the accounts that a release's packs have, in the businesses that are there."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from backend.kernel.tenancy import tenant_context
from backend.packs.applying import extend_chart
from backend.platform.tenants import facade as tenants


class Command(BaseCommand):
    """Run it once after an upgrade. May be stopped and run again: what is there stays as it is."""

    help = "Adds to every business's chart the accounts that its pack has in this release."

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints each business whose chart got accounts."""
        for info in tenants.list_tenants(open_only=True):
            with tenant_context(info):
                added = extend_chart(info)
            if added:
                self.stdout.write(f"{info.slug}: {', '.join(added)}")

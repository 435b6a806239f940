"""`renew_roles`: what a release's packs give predefined roles, in the businesses that are there."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from backend.kernel.tenancy import tenant_context
from backend.packs.applying import renew_roles
from backend.platform.tenants import facade as tenants


class Command(BaseCommand):
    """Run it once after an upgrade. May be stopped and run again."""

    help = "Brings the predefined roles of every business to what its pack gives in this release."

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints each business in which a role changed."""
        for info in tenants.list_tenants(open_only=True):
            with tenant_context(info):
                changed = renew_roles(info)
            if changed:
                self.stdout.write(f"{info.slug}: {', '.join(changed)}")

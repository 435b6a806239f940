"""`verify_audit`: reads the hash chains of businesses and of the operator, and says where one does not hold."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from backend.core.audit import facade as audit
from backend.kernel.tenancy import PUBLIC, TenantInfo, resolve_name, tenant_context
from backend.platform.tenants import facade as tenants


class Command(BaseCommand):
    """One line a chain; ends with an error where one does not hold."""

    help = (
        "Verifies the hash chains of the audit logs: of all businesses and the operator, or of those named."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """The businesses."""
        parser.add_argument(
            "slugs", nargs="*", help="Businesses by slug; `-` is the operator. All where none."
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Verifies."""
        broken = [tenant.slug for tenant in self._chosen(options["slugs"]) if not self._verified(tenant)]
        if broken:
            raise CommandError(f"{len(broken)} chains do not hold: {', '.join(broken)}")

    def _chosen(self, slugs: list[str]) -> list[TenantInfo]:
        if not slugs:
            return [PUBLIC, *tenants.list_tenants()]
        found = []
        for slug in slugs:
            tenant = PUBLIC if slug == "-" else resolve_name(slug)
            if tenant is None:
                raise CommandError(f"there is no business {slug}")
            found.append(tenant)
        return found

    def _verified(self, tenant: TenantInfo) -> bool:
        with tenant_context(tenant):
            verdict = audit.verify()
        name = tenant.slug or tenant.schema
        if verdict.fault is None:
            self.stdout.write(
                f"{name}: {verdict.checked} entries hold, up to {verdict.last} with {verdict.hash.hex()};"
                f" {verdict.unsealed} are not sealed yet"
            )
            return True
        fault = verdict.fault
        self.stdout.write(f"{name}: {fault.kind} at {fault.sequence} ({fault.entry or 'no entry'})")
        return False

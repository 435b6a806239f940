"""`extend_workflows`: what a release's packs have in their workflows, in the businesses that are there."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from backend.business.orders.types import WorkflowExtension
from backend.kernel.tenancy import tenant_context
from backend.packs.applying import extend_workflows
from backend.platform.tenants import facade as tenants


class Command(BaseCommand):
    """Run it after an upgrade, once to see what it would do and once with `--apply`. May be stopped and run again."""

    help = "Says which states and transitions of its pack's workflows every business never had; with --apply adds them."

    def add_arguments(self, parser: CommandParser) -> None:
        """Takes `--apply`."""
        parser.add_argument("--apply", action="store_true", help="Write the new versions.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints a line for each workflow that grows, or that cannot."""
        for info in tenants.list_tenants(open_only=True):
            with tenant_context(info):
                found = extend_workflows(info, apply=options["apply"])
            for extension in found:
                self.stdout.write(f"{info.slug}: {extension.code}: {_told(extension)}")


def _told(extension: WorkflowExtension) -> str:
    if extension.trapped:
        return f"left as it is: nothing would lead out of {', '.join(extension.trapped)}"
    parts = []
    if extension.grows:
        parts.append(f"version {extension.number}")
    if extension.states:
        parts.append(f"states {', '.join(extension.states)}")
    if extension.transitions:
        parts.append(f"transitions {', '.join(extension.transitions)}")
    if extension.sources:
        parts.append("from " + ", ".join(f"{state} also {move}" for move, state in extension.sources))
    if extension.left_out:
        parts.append(f"left out, as their states are not there: {', '.join(extension.left_out)}")
    return "; ".join(parts)

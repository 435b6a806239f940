"""`rotate_encryption`: what older keys have sealed is sealed under the first key, in every schema."""

from __future__ import annotations

import time
from argparse import ArgumentParser
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from backend.kernel import crypto, sealing
from backend.kernel.tenancy import PUBLIC, tenant_context
from backend.platform.tenants.services import tenant_infos


class Command(BaseCommand):
    """Seals anew. May be stopped and run again at any time, beside the work."""

    help = "Seals all secrets and identity data under the first of GUILDHALL_ENCRYPTION_KEYS."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """--tenant"""
        parser.add_argument("--tenant", default="", help="only the business with this slug")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints how far it is, and at the end which keys may be removed; fails where a text has no key."""
        keys: Counter[str] = Counter()
        renewed, lost, said = 0, 0, time.monotonic()
        schemas = [PUBLIC, *tenant_infos()]
        if options["tenant"]:
            schemas = [info for info in schemas if info.slug == options["tenant"]]
            if not schemas:
                raise CommandError(f"there is no business {options['tenant']}")
        for index, info in enumerate(schemas, 1):
            with tenant_context(info):
                outcome = sealing.renew()
            renewed, lost = renewed + outcome.renewed, lost + outcome.lost
            keys += outcome.keys
            if time.monotonic() - said > 2:
                said = time.monotonic()
                self.stdout.write(f"{index} of {len(schemas)} schemas, {renewed} rows sealed anew")
        self.stdout.write(f"{len(schemas)} schemas, {renewed} rows sealed anew under {crypto.primary_key()}")
        free = [name for name in crypto.known_keys()[1:] if not keys[name]]
        if free and not options["tenant"]:
            self.stdout.write(
                f"Needed no more, once the answers of the last 48 hours and the backups that are kept are past: "
                f"{', '.join(free)}"
            )
        if lost:
            raise CommandError(f"{lost} rows hold a text that none of the keys opens")

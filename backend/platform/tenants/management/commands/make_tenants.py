"""`make_tenants`: many businesses, for measurements and nothing else."""

from __future__ import annotations

import threading
import time
from argparse import ArgumentParser
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.core.management.base import BaseCommand
from django.db import connections

from backend.kernel.tenancy import PUBLIC, tenant_context
from backend.platform.tenants import filling, pool
from backend.platform.tenants.models import Tenant
from backend.platform.tenants.owner import owner_connection
from backend.platform.tenants.services import provision_tenant

PREFIX = "measure-"
BATCH = 10
"""Schemas whose roles are made at once: every backend reads the memberships anew after a GRANT."""
SAID_EVERY = 5.0


class Command(BaseCommand):
    """Fills a database with businesses, each whole: its pack, its book, its roles."""

    help = "Makes businesses until there are --count of them, of each pack in turn. May be stopped and run again."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """--count, --workers"""
        parser.add_argument("--count", type=int, required=True)
        parser.add_argument("--workers", type=int, default=2)

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints how far it is every few seconds, and the figures at the end."""
        with tenant_context(PUBLIC):
            known = set(Tenant.objects.filter(slug__startswith=PREFIX).values_list("slug", flat=True))
        wanted = [f"{PREFIX}{number:06}" for number in range(options["count"])]
        lacking = [slug for slug in wanted if slug not in known]
        batches = [lacking[at : at + BATCH] for at in range(0, len(lacking), BATCH)]
        self.samples = list(filling.samples().values())
        self.done = 0
        self.started = self.said = time.monotonic()
        self.of = len(lacking)
        self.lock = threading.Lock()
        with ThreadPoolExecutor(options["workers"]) as threads:
            for one in [threads.submit(self._make, batch) for batch in batches]:
                one.result()
        seconds = time.monotonic() - self.started
        with owner_connection() as owner:
            # Thousands of new tables: without this every plan over the catalogues is a guess.
            owner.execute("VACUUM (ANALYZE) pg_class")
            for name in ("pg_attribute", "pg_depend", "pg_index", "pg_constraint", "pg_type", "pg_proc"):
                owner.execute(f"VACUUM (ANALYZE) pg_catalog.{name}".encode())
        if lacking:
            self.stdout.write(
                f"{len(lacking)} businesses in {seconds:.0f} s: {seconds / len(lacking) * 1000:.0f} ms each, "
                f"{options['workers']} at once"
            )

    def _make(self, slugs: list[str]) -> None:
        pool.make_schemas(len(slugs))
        try:
            for slug in slugs:
                sample = self.samples[int(slug.removeprefix(PREFIX)) % len(self.samples)]
                provision_tenant(
                    slug=slug,
                    name=f"Measured {slug.removeprefix(PREFIX)}",
                    pack=sample.pack,
                    currency=sample.currency,
                    languages=sample.languages,
                    timezone=sample.timezone,
                    country=sample.country,
                )
                self._tell()
        finally:
            # A backend's memory grows with each schema it has seen.
            connections.close_all()

    def _tell(self) -> None:
        with self.lock:
            self.done += 1
            now = time.monotonic()
            if now - self.said < SAID_EVERY and self.done < self.of:
                return
            self.said = now
            rate = self.done / (now - self.started)
            left = (self.of - self.done) / rate
        self.stdout.write(f"{self.done} of {self.of}, {rate:.1f} a second, {left:.0f} s left")
        self.stdout.flush()

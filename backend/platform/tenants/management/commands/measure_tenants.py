"""`measure_tenants`: what so many businesses in one database cost. It writes: for databases of measurements only."""

from __future__ import annotations

import statistics
import time
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from backend.core.accounts import facade as accounts
from backend.core.accounts.types import OWNER
from backend.kernel.tenancy import PUBLIC, TenantInfo, tenant_context
from backend.platform.tenants import filling, pool
from backend.platform.tenants.migration import Outcome, migrate_all
from backend.platform.tenants.models import RenderedMigration, SchemaMigration
from backend.platform.tenants.owner import owner_connection
from backend.platform.tenants.services import drop_tenant, provision_tenant, tenant_infos
from backend.platform.tenants.types import OwnerSpec

COLUMN = "measured"
NAME = "9999_measured"
ROUNDS = 7
QUERIES = 400


def _median(run: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Milliseconds of a run: the median, and the longest."""
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        run()
        times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times), max(times)


class Command(BaseCommand):
    """Measures on what is there, and leaves it as it was."""

    help = "Prints what businesses cost in this database: a new one, a query, a change of all schemas."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """--workers, --migrate"""
        parser.add_argument("--workers", type=int, default=2)
        parser.add_argument("--migrate", action="store_true", help="also add a column to every schema")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints a line for each figure."""
        tenants = tenant_infos()
        if not tenants:
            raise CommandError("there is no business here: make some first (make_tenants)")
        self.stdout.write(f"with {len(tenants)} businesses:")
        self._size(len(tenants))
        self._queries(tenants)
        self._creation()
        if options["migrate"]:
            self._migration(options["workers"])

    def _size(self, count: int) -> None:
        with owner_connection() as owner:
            row = owner.execute(
                "SELECT pg_database_size(current_database()), (SELECT count(*) FROM pg_class), "
                "(SELECT sum(pg_total_relation_size(oid)) FROM pg_class"
                " WHERE relnamespace = 'pg_catalog'::regnamespace)"
            ).fetchone()
        assert row is not None
        size, relations, catalogues = row
        self.stdout.write(
            f"  the database has {size / 2**20:.0f} MB ({size / 2**20 / count:.1f} MB a business), "
            f"{relations} relations, catalogues of {catalogues / 2**20:.0f} MB"
        )

    def _queries(self, tenants: Sequence[TenantInfo]) -> None:
        def ask() -> None:
            accounts.role_id(OWNER)

        with tenant_context(tenants[0]):
            ask()
            hot, _ = _median(ask, QUERIES)
        visited = tenants[:: max(1, len(tenants) // 50)][:50]

        def ask_all() -> None:
            for tenant in visited:
                with tenant_context(tenant):
                    ask()

        ask_all()
        turn, _ = _median(ask_all, 9)
        self.stdout.write(
            f"  a query in one business takes {hot * 1000:.0f} µs; with a change of business before each "
            f"({len(visited)} in turn) {turn / len(visited) * 1000:.0f} µs"
        )

    def _creation(self) -> None:
        name, facts = next((name, facts) for name, facts in filling.samples().items() if facts.pack)

        def empty() -> None:
            pool.make_schemas(1)

        template, longest = _median(empty, 3)
        self.stdout.write(
            f"  a schema from the template: {template:.0f} ms (longest {longest:.0f}; target < 1500)"
        )
        made = pool.make_schemas(ROUNDS + 2)
        pool.fill_schemas(name, facts, made)
        ended = []

        def new(currency: str = facts.currency) -> None:
            ended.append(
                provision_tenant(
                    slug=f"measured-{time.perf_counter_ns()}",
                    name="Measured",
                    pack=facts.pack,
                    currency=currency,
                    languages=facts.languages,
                    timezone=facts.timezone,
                    country=facts.country,
                    owner=OwnerSpec("Owner", "owner@example.com", "a long enough secret"),
                )
            )

        hashing, _ = _median(lambda: accounts.hash_password("a long enough secret"), 5)
        new()
        ahead, longest = _median(new, ROUNDS)
        self.stdout.write(
            f"  a business with its pack {name} and owner, from the pool: {ahead - hashing:.0f} ms (target < 50) and "
            f"{hashing:.0f} ms for the hash of the owner's password (longest in all {longest:.0f})"
        )
        pool.make_schemas(3)
        other, _ = _median(lambda: new("EUR"), 3)
        self.stdout.write(f"  the same with an empty schema: {other - hashing:.0f} ms")
        for tenant in ended:
            drop_tenant(tenant_id=tenant.id)

    def _migration(self, workers: int) -> None:
        """One column in every schema, by the way that a release's migration takes; gone again afterwards."""
        behind = migrate_all(workers=workers, progress=self._progress())
        if behind.applied:
            self.stdout.write(f"  {behind.applied} migrations that were lacking: {behind.seconds:.1f} s")
        outcome = self._change(f"ALTER TABLE accounts_role ADD COLUMN {COLUMN} integer;", workers)
        self.stdout.write(
            f"  a new column in {outcome.applied} schemas: {outcome.seconds:.1f} s with {workers} connections, "
            f"{outcome.seconds / max(1, outcome.applied) * 1000:.1f} ms a schema (target < 30 s for 1,000)"
        )
        nothing = migrate_all(workers=workers)
        self.stdout.write(f"  a run with nothing to do: {nothing.seconds:.1f} s")
        self._change(f"ALTER TABLE accounts_role DROP COLUMN {COLUMN};", workers)
        with owner_connection() as owner:
            for tenant in tenant_infos():
                owner.execute(
                    f'DELETE FROM "{tenant.schema}".django_migrations WHERE name LIKE %s'.encode(),
                    [f"{NAME}%"],
                )

    def _change(self, text: str, workers: int) -> Outcome:
        name = f"{NAME}_{time.perf_counter_ns()}"
        with tenant_context(PUBLIC):
            RenderedMigration.objects.create(app="accounts", name=name, sql=text, python=False)
        try:
            outcome = migrate_all(workers=workers, progress=self._progress())
        finally:
            with tenant_context(PUBLIC):
                RenderedMigration.objects.filter(name=name).delete()
                SchemaMigration.objects.filter(name=name).delete()
        if outcome.failed:
            raise CommandError(f"{len(outcome.failed)} schemas failed: {outcome.failed[0]}")
        return outcome

    def _progress(self) -> Callable[[int, int], None]:
        said = time.monotonic()

        def progress(done: int, of: int) -> None:
            nonlocal said
            if time.monotonic() - said > 5:
                said = time.monotonic()
                self.stdout.write(f"    {done} of {of} schemas")

        return progress

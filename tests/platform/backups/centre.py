"""A translation centre with a backup, and the staging schema of a merge from it: one for all tests of a module.

Each test loses cases (an order with all that belongs to it) of its own; what it leaves lost is mended at its end.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql

from tests.business.payments.shop import PRICE, Shop

WHOLE, PLAIN = 2, 9
"""Cases that were completed, with a note and a file, and cases that were paid."""


@dataclass
class Case:
    """A customer's order."""

    customer: str
    order: str
    number: str

    @property
    def key(self) -> uuid.UUID:
        from backend.kernel.ids import decode

        return decode("ord", self.order)


class Centre:
    """The centre with its backup and the staging schema of a merge that is ready."""

    def __init__(self, shop: Shop) -> None:
        self.shop, self.info = shop, shop.info
        self.whole = iter([self._case(whole=True) for _ in range(WHOLE)])
        self.plain = iter([self._case(whole=False) for _ in range(PLAIN)])
        self.holiday = shop.done("/holidays", {"day": "2026-03-21", "names": {"en": "Navruz"}})["id"]

    def _case(self, *, whole: bool) -> Case:
        customer = self.shop.customer()
        order = self.shop.order(customer)
        self.shop.pay(PRICE, customer, order)
        if whole:
            self.shop.done(
                f"/orders/{order['id']}/notes", {"text": "by the window", "visibility": "internal"}
            )
            file = self.shop.proof(order["number"])
            reply = self.shop.owner.post(f"/orders/{order['id']}/files", json={"files": [file]})
            assert reply.status in (200, 201), reply
            self.shop.complete(order)
        return Case(customer, order["id"], order["number"])

    def back_up(self) -> None:
        from django.conf import settings

        from backend.kernel.tenancy import PUBLIC, tenant_context
        from backend.platform.backups.engine.swap import names_for
        from backend.platform.backups.jobs import run_backup
        from backend.platform.backups.restoring import run_restore
        from backend.platform.backups.selectors import backup_by_id, restore_by_id
        from backend.platform.backups.services import request_backup, request_restore

        self.shop.settle()
        with tenant_context(PUBLIC):
            (row,) = request_backup(principal=None, tenants=[self.info.id])
            run_backup(row.id)
            self.backup = backup_by_id(row.id)
            # A file whose bytes are gone has them again before its row is.
            blobs = Path(settings.MEDIA_ROOT) / self.info.schema / "blobs"
            lost = min(path for path in blobs.rglob("*") if path.is_file())
            lost.unlink()
            asked = request_restore(principal=None, backup_id=row.id, mode="merge")
            run_restore(asked.id)
            self.row = restore_by_id(asked.id)
        assert (self.row.state, self.row.error) == ("ready", "")
        assert lost.stat().st_size > 0
        self.staging = names_for(self.info.schema, self.row.mark).shadow

    # -- looking and harming ---------------------------------------------------------------------------

    def case(self, *, whole: bool = False) -> Case:
        """A case that no other test has."""
        return next(self.whole if whole else self.plain)

    def run(self, query: str, *values: Any, guards: bool = False) -> list[tuple[Any, ...]]:
        """A statement by hand: `{s}` is the live schema, `{b}` the staging one; without guards and keys."""
        from backend.platform.tenants.facade import owner_connection

        text = sql.SQL(query).format(s=sql.Identifier(self.info.schema), b=sql.Identifier(self.staging))
        with owner_connection() as owner, owner.transaction():
            owner.execute(
                sql.SQL("SET LOCAL search_path = {}, public").format(sql.Identifier(self.info.schema))
            )
            if not guards:
                owner.execute("SET LOCAL session_replication_role = replica")
            cursor = owner.execute(text, values or None)
            return cursor.fetchall() if cursor.description else []

    def digests(self, schema: str = "") -> Any:
        from backend.platform.backups.configuration import configuration
        from backend.platform.backups.engine.snapshot import table_digests

        with psycopg.connect(configuration().server.dsn) as connection:
            return table_digests(connection, schema or self.info.schema)

    def lose(self, *cases: Case) -> None:
        """Everything of the orders is gone at once, as after a wrong statement; the balances know nothing of it."""
        for case in cases:
            order = case.key
            receivables = "SELECT id FROM {s}.payments_receivable WHERE subject_id = %s"
            payments = (
                "SELECT payment_id FROM {b}.payments_allocation WHERE receivable_id IN"
                " (SELECT id FROM {b}.payments_receivable WHERE subject_id = %s)"
            )
            entries = (
                "SELECT entry_id FROM {b}.ledger_posting WHERE subject_id = %s OR subject_id IN ("
                + payments
                + ")"
            )
            self.run(
                "DELETE FROM {s}.django_ledger_transactionmodel WHERE journal_entry_id IN (" + entries + ")",
                order, order,
            )  # fmt: skip
            self.run(
                "DELETE FROM {s}.django_ledger_journalentrymodel WHERE uuid IN (" + entries + ")",
                order,
                order,
            )
            self.run("DELETE FROM {s}.ledger_posting WHERE entry_id IN (" + entries + ")", order, order)
            self.run(
                "DELETE FROM {s}.payments_allocation WHERE receivable_id IN (" + receivables + ")", order
            )
            self.run("DELETE FROM {s}.payments_payment WHERE id IN (" + payments + ")", order)
            self.run("DELETE FROM {s}.payments_receivable WHERE subject_id = %s", order)
            self.run("DELETE FROM {s}.files_file WHERE subject_id = %s", order)
            for table in ("line", "note", "transition"):
                self.run(f"DELETE FROM {{s}}.orders_{table} WHERE order_id = %s", order)
            self.run("DELETE FROM {s}.orders_order WHERE id = %s", order)

    def lost(self) -> dict[str, int]:
        """Rows of the backup that are not live, by table, of all tables whose rows may come back."""
        found = {
            row["table"]: row["lost"] for row in self.difference()["tables"] if row["choice"] == "insert"
        }
        return {table: count for table, count in found.items() if count}

    def difference(self) -> dict[str, Any]:
        from backend.platform.backups.choices import rules
        from backend.platform.backups.configuration import configuration
        from backend.platform.backups.engine.merging.applying import difference

        return difference(configuration().server, live=self.info.schema, staging=self.staging, rules=rules())

    def merge(self, also: Any = None, compared_at: str = "infinity", **wanted: Any) -> Any:
        """A merge of the engine; how it went."""
        from backend.platform.backups.choices import rules
        from backend.platform.backups.configuration import configuration
        from backend.platform.backups.engine.merging.applying import merge
        from backend.platform.backups.engine.merging.choices import Wanted

        seen: list[Any] = []

        def last(connection: Any, merged: Any) -> None:
            seen.append(merged)
            if also is not None:
                also(connection, merged)

        merge(
            configuration().server,
            live=self.info.schema,
            staging=self.staging,
            rules=rules(),
            wanted=Wanted(**wanted),
            compared_at=compared_at,
            facts={"kind": "operator"},
            also=last,
        )
        return seen[-1]

    def mend(self) -> None:
        """What is still lost comes back by hand."""
        from backend.business.ledger.facade import settle_balances
        from backend.platform.backups.choices import rules
        from backend.platform.backups.engine.merging.shape import shapes_of
        from backend.platform.tenants.facade import owner_connection

        known = rules()
        with owner_connection() as owner, owner.transaction():
            shapes = shapes_of(owner, self.info.schema, known)
            owner.execute("SET LOCAL session_replication_role = replica")
            for shape in shapes.values():
                if known.of(shape.name).kind == "insert":
                    owner.execute(
                        sql.SQL(
                            "INSERT INTO {s} SELECT * FROM {b} AS old"
                            " WHERE NOT EXISTS (SELECT FROM {s} AS own WHERE own.{key} = old.{key})"
                        ).format(
                            s=sql.Identifier(self.info.schema, shape.name),
                            b=sql.Identifier(self.staging, shape.name),
                            key=sql.Identifier(shape.key),
                        )
                    )
            table = sql.Identifier(self.staging, "django_ledger_journalentrymodel")
            entries = [row[0] for row in owner.execute(sql.SQL("SELECT uuid FROM {}").format(table))]
            settle_balances(owner, self.info.schema, self.staging, entries)

    def drift(self) -> list[Any]:
        """Where the kept balances are not what the entries say."""
        from backend.business.ledger.facade import balance_drift
        from backend.kernel.tenancy import tenant_context

        with tenant_context(self.info):
            return list(balance_drift())

    def count(self, table: str) -> int:
        return int(self.run(f"SELECT count(*) FROM {{s}}.{table}")[0][0])


@pytest.fixture(scope="module")
def staged(shop: Shop, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Centre]:
    from django.test import override_settings

    import backend.config.celery  # noqa: F401
    from backend.kernel.tenancy import PUBLIC, tenant_context
    from backend.platform.backups import tasks
    from backend.platform.backups.configuration import configuration
    from backend.platform.backups.engine.swap import copies_of, drop_schema
    from backend.platform.backups.models import Backup, Restore

    path = tmp_path_factory.mktemp("merge")
    given = {"LOCAL_DIR": path / "store", "KEY_DIR": path / "keys"}
    with override_settings(BACKUPS=given, MEDIA_ROOT=path / "files"), pytest.MonkeyPatch.context() as patch:
        for name in ("take", "restore", "merge"):
            patch.setattr(getattr(tasks, name), "apply_async", lambda args, **options: None)
        centre = Centre(shop)
        centre.back_up()
        yield centre
        with psycopg.connect(configuration().server.dsn, autocommit=True) as connection:
            for schema in copies_of(connection, shop.info.schema):
                drop_schema(connection, schema)
        with tenant_context(PUBLIC):
            Restore.objects.filter(tenant_id=shop.info.id).delete()
            Backup.objects.filter(tenant_id=shop.info.id).delete()


@pytest.fixture
def centre(staged: Centre) -> Iterator[Centre]:
    yield staged
    staged.mend()

"""The expand–contract rule: what the release before bears, what it does not, and how a contract step is marked."""

from __future__ import annotations

from typing import Any

import django
import pytest
from django.apps import apps

if not apps.ready:
    django.setup()

from django.contrib.postgres.fields import ArrayField
from django.db import migrations as m
from django.db import models
from django.db.migrations.state import ProjectState
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from infra.dev import expand_contract
from infra.dev.expand_contract import Checker, Released, check, read_list

BEFORE = [
    m.CreateModel(
        "Order",
        [
            ("id", models.UUIDField(primary_key=True)),
            ("number", models.CharField(max_length=20)),
            ("pages", models.IntegerField()),
            ("worth", models.DecimalField(max_digits=10, decimal_places=2)),
            ("note", models.TextField(null=True)),
            ("state", models.TextField(db_default="new")),
        ],
        options={
            "constraints": [
                CheckConstraint(condition=Q(state__in=["new", "done"]), name="order_state"),
                UniqueConstraint(fields=["number"], name="order_number"),
            ]
        },
    ),
    m.CreateModel("Named", [("id", models.UUIDField(primary_key=True))], options={"db_table": "named"}),
]


def breaches(*operations: Any, released: Released | None = None, **marks: Any) -> list[str]:
    """What a new migration of these operations breaks."""
    before, state = ProjectState(), ProjectState()
    for operation in BEFORE:
        operation.state_forwards("shop", before)
        operation.state_forwards("shop", state)
    migration = type("Migration", (m.Migration,), {"operations": list(operations), **marks})(
        "0002_next", "shop"
    )
    released = released or Released(frozenset({("shop", "0001_initial")}))
    return [one.text for one in Checker(released, before).breaches(migration, state)]


BORNE: dict[str, list[Any]] = {
    "a new table": [m.CreateModel("Line", [("id", models.UUIDField(primary_key=True))])],
    "a new table, changed": [
        m.CreateModel("Line", [("id", models.UUIDField(primary_key=True)), ("a", models.TextField())]),
        m.AddField("Line", "b", models.TextField()),
        m.RemoveField("Line", "a"),
        m.RenameModel("Line", "Row"),
        m.DeleteModel("Row"),
    ],
    "a column that may be empty": [m.AddField("Order", "colour", models.TextField(null=True))],
    "a column with the database's default": [m.AddField("Order", "colour", models.TextField(db_default=""))],
    "a column of ours, dropped": [
        m.AddField("Order", "colour", models.TextField(null=True)),
        m.RenameField("Order", "colour", "color"),
        m.AlterField("Order", "color", models.TextField(db_default="")),
        m.RemoveField("Order", "color"),
    ],
    "a longer text": [m.AlterField("Order", "number", models.CharField(max_length=40))],
    "any text": [m.AlterField("Order", "number", models.TextField())],
    "a wider number": [m.AlterField("Order", "pages", models.BigIntegerField())],
    "more digits": [m.AlterField("Order", "worth", models.DecimalField(max_digits=14, decimal_places=2))],
    "a column that may be empty now": [m.AlterField("Order", "pages", models.IntegerField(null=True))],
    "another help text": [m.AlterField("Order", "pages", models.IntegerField(help_text="Physical ones"))],
    "an index": [m.AddIndex("Order", models.Index(fields=["pages"], name="order_pages"))],
    "more values": [
        m.RemoveConstraint("Order", "order_state"),
        m.AddConstraint(
            "Order", CheckConstraint(condition=Q(state__in=["new", "paid", "done"]), name="order_state")
        ),
    ],
    "a rule for new columns": [
        m.AddField("Order", "colour", models.TextField(null=True)),
        m.AddConstraint("Order", UniqueConstraint(fields=["colour"], name="order_pages_colour")),
    ],
    "another name of the class": [m.RenameModel("Named", "Titled")],
    "data": [m.RunPython(m.RunPython.noop)],
    "new objects in SQL": [
        m.RunSQL("-- DROP TABLE shop_order\nCREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'")
    ],
    "state alone": [m.SeparateDatabaseAndState(state_operations=[m.RemoveField("Order", "note")])],
}
BROKEN: dict[str, tuple[list[Any], str]] = {
    "a dropped table": ([m.DeleteModel("Order")], "the table of Order is dropped"),
    "a renamed table": ([m.RenameModel("Order", "Sale")], "the table of Order is renamed"),
    "another table": ([m.AlterModelTable("Order", "sale")], "the table of Order is renamed"),
    "a dropped column": ([m.RemoveField("Order", "note")], "the column Order.note is dropped"),
    "a renamed column": ([m.RenameField("Order", "note", "memo")], "the column Order.note is renamed"),
    "a column that must be written": (
        [m.AddField("Order", "colour", models.TextField(default="red"))],
        "the column Order.colour is NOT NULL without a db_default",
    ),
    "no longer empty": (
        [m.AlterField("Order", "note", models.TextField(default=""))],
        "Order.note becomes NOT NULL",
    ),
    "unique": (
        [m.AlterField("Order", "number", models.CharField(max_length=20, unique=True))],
        "Order.number becomes unique",
    ),
    "a shorter text": (
        [m.AlterField("Order", "number", models.CharField(max_length=10))],
        "Order.number is rewritten from varchar(20) to varchar(10)",
    ),
    "a bounded text": (
        [m.AlterField("Order", "state", models.CharField(max_length=10, db_default="new"))],
        "Order.state is rewritten from text to varchar(10)",
    ),
    "a narrower number": (
        [m.AlterField("Order", "pages", models.SmallIntegerField())],
        "Order.pages is rewritten from integer to smallint",
    ),
    "fewer digits": (
        [m.AlterField("Order", "worth", models.DecimalField(max_digits=10, decimal_places=3))],
        "Order.worth is rewritten from numeric(10, 2) to numeric(10, 3)",
    ),
    "another type": (
        [m.AlterField("Order", "pages", ArrayField(models.IntegerField()))],
        "Order.pages is rewritten from integer to integer[]",
    ),
    "another column": (
        [m.AlterField("Order", "pages", models.IntegerField(db_column="sheets"))],
        "Order.pages is another column",
    ),
    "no default any more": (
        [m.AlterField("Order", "state", models.TextField())],
        "Order.state loses its default in the database",
    ),
    "a rule for old columns": (
        [m.AddConstraint("Order", CheckConstraint(condition=Q(pages__gt=0), name="order_pages"))],
        "Order gets the constraint order_pages over pages",
    ),
    "a rule by an expression": (
        [m.AddConstraint("Order", UniqueConstraint(F("note"), name="order_once"))],
        "Order gets the constraint order_once over note",
    ),
    "fewer values": (
        [m.AddConstraint("Order", CheckConstraint(condition=Q(state__in=["new"]), name="order_state"))],
        "Order gets the constraint order_state over state",
    ),
    "unique together": (
        [m.AlterUniqueTogether("Order", {("number", "pages")})],
        "Order becomes unique by",
    ),
    "a lost constraint": (
        [m.RemoveConstraint("Order", "order_number")],
        "Order loses the unique constraint order_number",
    ),
    "SQL that drops": ([m.RunSQL("ALTER TABLE shop_order DROP COLUMN note")], "DROP COLUMN"),
    "SQL that renames": ([m.RunSQL(["ALTER TABLE a RENAME TO b"])], "RENAME TO"),
    "SQL that rewrites": ([m.RunSQL("alter table a alter column b type text")], "alter column b type"),
    "SQL that binds": ([m.RunSQL([("ALTER TABLE a ALTER b SET NOT NULL", None)])], "SET NOT NULL"),
    "hidden in a separation": (
        [m.SeparateDatabaseAndState(database_operations=[m.RemoveField("Order", "note")])],
        "the column Order.note is dropped",
    ),
}
REASON = "Order.note was last read in release 1.4; 1.5 reads Order.memo."


@pytest.mark.parametrize("name", BORNE)
def test_what_the_release_before_bears(name: str) -> None:
    assert breaches(*BORNE[name]) == []


@pytest.mark.parametrize("name", BROKEN)
def test_what_it_does_not(name: str) -> None:
    operations, text = BROKEN[name]
    (found,) = breaches(*operations)
    assert text in found
    assert breaches(*operations, contract=True, contract_reason=REASON) == []


def test_a_mark_needs_its_reason() -> None:
    drop = m.RemoveField("Order", "note")
    assert len(breaches(drop, contract=True)) == 2
    assert len(breaches(drop, contract=True, contract_reason="unused")) == 2
    assert len(breaches(drop, contract_reason=REASON)) == 1


def test_a_librarys_mark_stands_in_the_list() -> None:
    released = read_list(f"# The list\nshop.0001_initial\n!shop.0002_next: {REASON}\n")
    assert released.migrations == {("shop", "0001_initial")}
    assert breaches(m.RemoveField("Order", "note"), released=released) == []


@pytest.mark.parametrize("line", ["shop", "shop.", "shop.0001: why", "!shop.0002", "!shop.0002:"])
def test_a_line_that_is_none(line: str) -> None:
    with pytest.raises(ValueError, match=r"not `app\.name`"):
        read_list(line)


# -- this repository --------------------------------------------------------------------------------------


def test_the_repository_keeps_the_rule() -> None:
    assert [str(one) for one in check(read_list(expand_contract.LIST.read_text()))] == []


def test_without_a_release_nothing_is_anybodys_to_miss() -> None:
    assert check(Released(frozenset())) == []


def test_a_release_of_the_first_migrations_shows_what_came_after() -> None:
    """The rule is alive: had 0001 of the users been a release, 0002 would have broken it."""
    first = check(Released(frozenset({("accounts", "0001_initial"), ("kernel", "0001_initial")})))
    assert any(one.migration == ("accounts", "0002_identity") for one in first)


def test_a_released_migration_that_is_gone() -> None:
    (found,) = check(Released(frozenset({("accounts", "0000_lost")})))
    assert str(found) == "accounts.0000_lost: it was released, and is gone: a database may have it"


def test_a_release_lists_everything() -> None:
    kept = Released(
        frozenset(), {("django_ledger", "9999_later"): REASON, ("accounts", "0001_initial"): REASON}
    )
    text = expand_contract.listed(kept)
    found = read_list(text)
    assert ("accounts", "0001_initial") in found.migrations
    assert found.contracts == {("django_ledger", "9999_later"): REASON}
    assert check(found) == []

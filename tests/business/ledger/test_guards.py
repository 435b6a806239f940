"""Every guard of the database, tried by raw SQL as the tenant's own role."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, connections, transaction

from backend.business.ledger import facade as ledger
from backend.business.ledger import places
from backend.business.ledger.types import Side, credit, debit
from backend.kernel.ids import new_id

from .conftest import AT, Books, uzs

ENTRY = """
INSERT INTO django_ledger_journalentrymodel (uuid, je_number, "timestamp", posted, locked, is_closing_entry,
    entity_unit_id, ledger_id, created, updated)
VALUES (%(id)s, %(number)s, %(at)s, %(posted)s, true, false, %(unit)s, %(ledger)s, now(), now())
"""
LEGS = """
INSERT INTO django_ledger_transactionmodel (uuid, journal_entry_id, account_id, tx_type, amount, cleared,
    reconciled, created, updated)
SELECT gen_random_uuid(), %(id)s, (SELECT uuid FROM django_ledger_accountmodel WHERE code = leg.code),
    leg.side, leg.amount, false, false, now(), now()
FROM unnest(%(codes)s::text[], %(sides)s::text[], %(amounts)s::numeric[]) AS leg (code, side, amount)
"""


def run(sql: str, params: Any = None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)


def value(sql: str, params: Any = None) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchone()[0]


def refused(*statements: Any, match: str | None = None) -> None:
    """Runs statements in a savepoint, checks the deferred constraints, and expects a refusal."""

    def attempt() -> None:
        with transaction.atomic():
            for statement in statements:
                if callable(statement):
                    statement()
                else:
                    run(statement)
            run("SET CONSTRAINTS ALL IMMEDIATE")

    with pytest.raises(IntegrityError, match=match):
        attempt()
    run("SET CONSTRAINTS ALL DEFERRED")


class Raw:
    """Writes entries and legs past the ledger's code."""

    def __init__(self, books: Books) -> None:
        self.books = books
        self.book = ledger.current_book()

    def entry(self, *, posted: bool = True, number: str | None = None, **changes: Any) -> uuid.UUID:
        entry_id = new_id()
        given = {
            "id": entry_id,
            "number": f"RAW-{entry_id.hex[-12:]}" if number is None else number,
            "at": AT,
            "posted": posted,
            "unit": self.books.branch,
            "ledger": self.book.ledger_id,
        }
        run(ENTRY, {**given, **changes})
        return entry_id

    def legs(self, entry_id: uuid.UUID, *legs: tuple[str, str, str]) -> None:
        codes, sides, amounts = zip(*legs, strict=True)
        run(
            LEGS,
            {"id": entry_id, "codes": list(codes), "sides": list(sides), "amounts": list(amounts)},
        )


BALANCED = (("1010", "debit", "5.00"), ("4000", "credit", "5.00"))


@pytest.fixture
def raw(books: Books) -> Raw:
    ledger.post([books.sale("posted", 1000)])
    # As a commit would, which the test's own transaction never reaches.
    run("SET CONSTRAINTS ALL IMMEDIATE")
    run("SET CONSTRAINTS ALL DEFERRED")
    return Raw(books)


def test_a_whole_entry_by_raw_sql_is_let_through_and_counted(raw: Raw) -> None:
    raw.legs(raw.entry(), *BALANCED)
    run("SET CONSTRAINTS ALL IMMEDIATE")
    assert ledger.balance_drift() == []
    assert ledger.statement("trial_balance", start=AT.date()).totals["debit"].minor == 1500


def test_an_entry_without_legs(raw: Raw) -> None:
    refused(raw.entry, match="has 0 legs")


def test_an_unbalanced_entry(raw: Raw) -> None:
    refused(
        lambda: raw.legs(raw.entry(), ("1010", "debit", "5.00"), ("4000", "credit", "4.99")),
        match="do not balance",
    )


def test_an_unbalanced_draft_that_is_posted(raw: Raw) -> None:
    draft = raw.entry(posted=False)
    raw.legs(draft, ("1010", "debit", "5.00"), ("4000", "credit", "4.99"))
    refused(
        lambda: run("UPDATE django_ledger_journalentrymodel SET posted = true WHERE uuid = %s", [draft]),
        match="differ by 0.01",
    )


def test_a_draft_enters_the_balances_when_it_is_posted(raw: Raw) -> None:
    draft = raw.entry(posted=False)
    raw.legs(draft, *BALANCED)
    assert ledger.statement("trial_balance", start=AT.date()).totals["debit"].minor == 1000
    run("UPDATE django_ledger_journalentrymodel SET posted = true WHERE uuid = %s", [draft])
    run("SET CONSTRAINTS ALL IMMEDIATE")
    assert ledger.balance_drift() == []
    assert ledger.statement("trial_balance", start=AT.date()).totals["debit"].minor == 1500


def test_one_leg_alone(raw: Raw) -> None:
    draft = raw.entry(posted=False)
    raw.legs(draft, ("1010", "debit", "5.00"))
    refused(lambda: run("UPDATE django_ledger_journalentrymodel SET posted = true WHERE uuid = %s", [draft]))


@pytest.mark.parametrize(
    "legs",
    [
        (("1010", "debit", "0.00"), ("4000", "credit", "0.00")),
        (("1010", "debit", "-5.00"), ("4000", "credit", "-5.00")),
        (("1010", "debit", "5.00"), ("00000000", "credit", "5.00")),
        (("1010", "both", "5.00"), ("4000", "credit", "5.00")),
    ],
)
def test_legs_that_cannot_be(raw: Raw, legs: Any) -> None:
    refused(lambda: raw.legs(raw.entry(), *legs), match="takes no entries")


@pytest.mark.parametrize("state", ["active = false", "locked = true"])
def test_an_account_that_takes_no_entries(raw: Raw, state: str) -> None:
    run(f"UPDATE django_ledger_accountmodel SET {state} WHERE code = '4010'")
    legs = (("1010", "debit", "5.00"), ("4010", "credit", "5.00"))
    refused(lambda: raw.legs(raw.entry(), *legs), match="4010")


def test_an_entry_without_a_unit_or_a_number(raw: Raw) -> None:
    refused(lambda: raw.legs(raw.entry(unit=None), *BALANCED))
    refused(lambda: raw.legs(raw.entry(number=""), *BALANCED), match="without a unit or a number")


def test_two_entries_with_one_number(raw: Raw) -> None:
    number = value("SELECT je_number FROM django_ledger_journalentrymodel LIMIT 1")
    refused(lambda: raw.entry(number=number), match="ledger_entry_number_once")


def test_a_closed_period(raw: Raw) -> None:
    ledger.close_period(through=AT.date())
    refused(lambda: raw.legs(raw.entry(), *BALANCED), match="closed through 2026-03-10")
    raw.legs(raw.entry(at=AT + timedelta(days=1)), *BALANCED)
    run("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.parametrize(
    "change",
    [
        "amount = amount + 1",
        "tx_type = 'credit'",
        "account_id = (SELECT uuid FROM django_ledger_accountmodel WHERE code = '1020')",
        "description = 'x'",
        "journal_entry_id = gen_random_uuid()",
        "uuid = gen_random_uuid()",
        "created = now()",
    ],
)
def test_a_posted_leg_does_not_change(raw: Raw, change: str) -> None:
    refused(f"UPDATE django_ledger_transactionmodel SET {change}", match="belongs to a posted entry")


def test_a_posted_leg_can_be_reconciled(raw: Raw) -> None:
    run("UPDATE django_ledger_transactionmodel SET cleared = true, reconciled = true, updated = now()")
    assert value("SELECT bool_and(cleared AND reconciled) FROM django_ledger_transactionmodel")


def test_a_leg_does_not_move_to_a_posted_entry(raw: Raw) -> None:
    draft = raw.entry(posted=False)
    raw.legs(draft, *BALANCED)
    refused(
        lambda: run(
            "UPDATE django_ledger_transactionmodel SET journal_entry_id = (SELECT uuid FROM "
            "django_ledger_journalentrymodel WHERE posted LIMIT 1) WHERE journal_entry_id = %s",
            [draft],
        ),
        match="posted entry",
    )


@pytest.mark.parametrize(
    "change",
    [
        "posted = false",
        "locked = false",
        "description = 'x'",
        '"timestamp" = now()',
        "activity = 'fin'",
        "je_number = 'JE-1'",
        "entity_unit_id = NULL",
        "is_closing_entry = true",
    ],
)
def test_a_posted_entry_does_not_change(raw: Raw, change: str) -> None:
    refused(f"UPDATE django_ledger_journalentrymodel SET {change}", match="is posted")


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM django_ledger_transactionmodel",
        "DELETE FROM django_ledger_journalentrymodel",
        "DELETE FROM ledger_posting",
        "UPDATE ledger_posting SET key = 'other'",
        "DELETE FROM django_ledger_entitymodel",
        "DELETE FROM django_ledger_entitystatemodel",
        "UPDATE django_ledger_entitystatemodel SET sequence = sequence - 1",
        "UPDATE django_ledger_ledgermodel SET posted = false",
        "UPDATE django_ledger_entitymodel SET meta = jsonb_set(meta, '{currency}', '\"USD\"')",
        "UPDATE django_ledger_entitymodel SET meta = jsonb_set(meta, '{timezone}', '\"UTC\"')",
        "UPDATE django_ledger_entitymodel SET fy_start_month = 4",
        "UPDATE django_ledger_accountmodel SET code = '1011' WHERE code = '1010'",
        "UPDATE django_ledger_accountmodel SET role = 'asset_ca_recv' WHERE code = '1010'",
        "UPDATE django_ledger_accountmodel SET balance_type = 'credit' WHERE code = '1010'",
        "UPDATE django_ledger_accountmodel SET locked = true WHERE code = '1010'",
        "UPDATE django_ledger_accountmodel SET active = false WHERE code = '1010'",
        "DELETE FROM django_ledger_accountmodel WHERE code = '1010'",
        "DELETE FROM accounts_user WHERE kind = 'service'",
        "INSERT INTO ledger_balance (unit_id, account_id, day, activity, debit, credit) "
        "VALUES (gen_random_uuid(), gen_random_uuid(), now(), '', 1, 1)",
        "UPDATE ledger_balance SET debit = debit + 1",
        "DELETE FROM ledger_balance",
    ],
)
def test_what_is_posted_stays(raw: Raw, statement: str) -> None:
    refused(statement)


def test_truncation_is_refused_to_the_owner_too(live_books: Books) -> None:
    ledger.post([live_books.sale("posted")])
    for table in (
        "django_ledger_transactionmodel",
        "django_ledger_journalentrymodel",
        "ledger_posting",
        "ledger_balance",
        "ledger_foreign",
    ):
        with (
            pytest.raises(IntegrityError),
            transaction.atomic(using="owner"),
            connections["owner"].cursor() as cursor,
        ):
            cursor.execute(f"TRUNCATE {table} CASCADE")
    assert len(ledger.entries()) == 1


@pytest.mark.parametrize(
    "statement",
    [
        # Of another kind, beneath an account that is no heading, at no place, too deep, away from what is beneath.
        "UPDATE django_ledger_accountmodel SET role = 'lia_cl_other' WHERE code = '6300'",
        "UPDATE django_ledger_accountmodel a SET path = p.path || '0001', depth = p.depth + 1 "
        "FROM django_ledger_accountmodel p WHERE a.code = '6300' AND p.code = '6400'",
        "UPDATE django_ledger_accountmodel SET path = path || '00010001', depth = depth + 2 WHERE code = '6300'",
        "UPDATE django_ledger_accountmodel SET depth = depth + 1 WHERE code = '6300'",
        "UPDATE django_ledger_accountmodel a SET path = p.path || '000Y' "
        "FROM django_ledger_accountmodel p WHERE a.code = '6300' AND p.role = 'root_income'",
        "UPDATE django_ledger_accountmodel a SET path = h.path || '00020003', depth = h.depth + 2 "
        "FROM django_ledger_accountmodel h WHERE a.code = '6300' AND h.code = 'h1'",
        "UPDATE django_ledger_accountmodel SET locked = false WHERE code = 'h1'",
        "UPDATE django_ledger_accountmodel SET role = 'lia_cl_other' WHERE code = 'h1'",
        "UPDATE django_ledger_accountmodel a SET path = p.path || '000Z' "
        "FROM django_ledger_accountmodel p WHERE a.code = 'h1' AND p.role = 'root_expenses'",
        "DELETE FROM django_ledger_accountmodel WHERE code = 'h1'",
    ],
)
def test_accounts_stand_beneath_headings_of_their_kind(raw: Raw, statement: str) -> None:
    book = raw.book
    top = places.insert_account(book, code="h1", name="H", role="ex_regular", side=Side.DEBIT, heading=True)
    places.insert_account(
        book,
        code="h2",
        name="H",
        role="ex_other",
        side=Side.DEBIT,
        above=places.place_for(book, top, "ex_other"),
    )
    refused(statement, match="stands where it cannot|stand beneath")


def test_the_tree_is_at_most_seven_deep(raw: Raw) -> None:
    above = None
    for level in range(1, places.MAX_LEVELS + 1):
        made = places.insert_account(
            raw.book,
            code=f"6h{level}",
            name="H",
            role="ex_regular",
            side=Side.DEBIT,
            above=above,
            heading=True,
        )
        above = places.chart_rows(raw.book).get(pk=made)
    assert (above.depth, above.numchild) == (7, 0)
    refused(
        "INSERT INTO django_ledger_accountmodel (uuid, path, depth, numchild, code, name, role, balance_type, "
        "locked, active, coa_model_id, created, updated) SELECT gen_random_uuid(), path || '0001', 8, 0, '6h6', 'H', "
        "role, balance_type, false, true, coa_model_id, now(), now() FROM django_ledger_accountmodel "
        "WHERE code = '6h5'",
        match="at most seven deep",
    )


def test_an_account_on_which_nothing_stands_may_be_closed(raw: Raw) -> None:
    back = raw.books.entry("back", debit("6300", uzs(1000)), credit(ledger.CASH, uzs(1000)))
    ledger.post([back])
    run("UPDATE django_ledger_accountmodel SET active = false WHERE code IN ('1010', '6300')")


def test_an_account_without_entries_may_change(raw: Raw) -> None:
    run("UPDATE django_ledger_accountmodel SET code = '6301', role = 'ex_other' WHERE code = '6300'")
    run("UPDATE django_ledger_accountmodel SET name = 'Kassa' WHERE code = '1010'")


def test_legs_are_not_added_to_a_posted_entry(raw: Raw) -> None:
    posted = value("SELECT uuid FROM django_ledger_journalentrymodel LIMIT 1")
    refused(lambda: raw.legs(posted, *BALANCED), match="has legs already")


def test_legs_are_not_added_after_the_constraints_were_checked_early(raw: Raw) -> None:
    def attempt() -> None:
        entry = raw.entry()
        raw.legs(entry, *BALANCED)
        run("SET CONSTRAINTS ALL IMMEDIATE")
        raw.legs(entry, ("1010", "debit", "1.00"), ("4000", "credit", "1.00"))

    refused(attempt, match="has legs already")


def test_two_counters_without_a_unit(raw: Raw) -> None:
    counter = (
        "INSERT INTO django_ledger_entitystatemodel (uuid, entity_model_id, fiscal_year, key, sequence) "
        f"VALUES (gen_random_uuid(), '{raw.book.id}', 2026, 'je', 0)"
    )
    run(counter)
    refused(counter, match="ledger_state_once")


def test_an_entry_is_reversed_once_whatever_the_key(raw: Raw) -> None:
    ledger.reverse("posted", reason="x")
    original = value("SELECT reverses_id FROM ledger_posting WHERE reverses_id IS NOT NULL")

    def again() -> None:
        entry = raw.entry()
        raw.legs(entry, *BALANCED)
        run(
            "INSERT INTO ledger_posting (entry_id, key, digest, subject_type, reverses_id, posted_at) "
            "VALUES (%s, 'another', '', '', %s, now())",
            [entry, original],
        )

    refused(again, match="reverses_id")


def test_a_key_without_its_entry_does_not_commit(raw: Raw) -> None:
    refused(
        "INSERT INTO ledger_posting (entry_id, key, digest, subject_type, posted_at) "
        "VALUES (gen_random_uuid(), 'ghost', '', '', now())"
    )


def test_few_indexes_are_left_on_the_librarys_tables(raw: Raw) -> None:
    spare = value(
        "SELECT count(*) FROM pg_index x JOIN pg_class t ON t.oid = x.indrelid "
        "WHERE t.relnamespace = current_schema()::regnamespace AND t.relname LIKE 'django\\_ledger\\_%%' "
        "AND NOT x.indisunique"
    )
    assert spare == 3

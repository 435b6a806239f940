"""For any set of posted entries: zero sums, balanced sheets, and kept balances equal to the legs' sums."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.business.ledger import facade as ledger
from backend.business.ledger import places, roles, scale
from backend.business.ledger.types import Entry, Leg, Side
from backend.kernel.ids import new_id
from backend.kernel.money import CURRENCIES, Money

CODES = [account.code for account in ledger.DEFAULT_CHART.accounts]
CASH = {account.code for account in ledger.DEFAULT_CHART.accounts if account.role == roles.CASH}
FIRST = datetime(2025, 12, 30, tzinfo=UTC)
END = date(2026, 2, 1)


@st.composite
def shapes(draw: st.DrawFn) -> tuple[int, int, list[tuple[str, Side, int]]]:
    """An entry's unit, hour, and balanced legs over any accounts."""
    debits = draw(st.lists(st.tuples(st.sampled_from(CODES), st.integers(1, 10**12)), min_size=1, max_size=4))
    total = sum(amount for _, amount in debits)
    credits, left = [], total
    for code in draw(st.lists(st.sampled_from(CODES), max_size=3)):
        if left > 1:
            part = draw(st.integers(1, left - 1))
            credits.append((code, part))
            left -= part
    credits.append((draw(st.sampled_from(CODES)), left))
    legs = [(code, Side.DEBIT, amount) for code, amount in debits]
    legs += [(code, Side.CREDIT, amount) for code, amount in credits]
    return draw(st.integers(0, 2)), draw(st.integers(0, 24 * 30)), legs


@pytest.fixture
def units(tenant: Any) -> list[Any]:
    if ledger.find_book() is None:
        ledger.open_book(name="Alpha", currency="UZS")
    branches = [new_id(), new_id()]
    for branch in branches:
        ledger.add_unit(branch_id=branch, name="Branch")
    return [None, *branches]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    batches=st.lists(st.lists(shapes(), min_size=1, max_size=5), min_size=1, max_size=4),
    reversed_at=st.integers(0, 19),
    split=st.dates(date(2025, 12, 30), END),
)
def test_the_books_always_balance(units: list[Any], batches: Any, reversed_at: int, split: date) -> None:

    with transaction.atomic():
        keys: list[str] = []
        cash = 0
        for batch in batches:
            entries = []
            for unit, hour, shape in batch:
                legs = tuple(Leg(code, side, Money.of(amount, "UZS")) for code, side, amount in shape)
                key = new_id().hex
                entries.append(Entry(key, FIRST + timedelta(hours=hour), "x", legs, unit=units[unit]))
                cash += sum(
                    amount if side is Side.DEBIT else -amount for code, side, amount in shape if code in CASH
                )
            first = ledger.post(entries)
            assert ledger.post(entries) == first
            keys += [entry.key for entry in entries]

        book = ledger.current_book()
        scopes = [None, book.id, *units[1:]]
        for unit in scopes:
            trial = ledger.statement("trial_balance", start=split, end=END, unit=unit)
            assert not trial.totals["opening"]
            assert not trial.totals["closing"]
            assert trial.totals["debit"] == trial.totals["credit"]
            for day in (split, END):
                sheet = ledger.statement("balance_sheet", end=day, unit=unit)
                assert sheet.totals["assets"] == sheet.totals["liabilities_and_equity"]
        whole = ledger.statement("balance_sheet", end=END).totals["assets"]
        parts = [
            ledger.statement("balance_sheet", end=END, unit=unit).totals["assets"] for unit in scopes[1:]
        ]
        assert sum(part.minor for part in parts) == whole.minor

        flow = ledger.statement("cash_flow", start=date(2025, 1, 1), end=END)
        assert flow.totals["net_cash"].minor == cash == flow.totals["closing_cash"].minor
        assert not flow.totals["transfers"]
        earned = ledger.statement("profit_and_loss", start=date(2025, 1, 1), end=END).totals["net_income"]
        assert earned == ledger.statement("balance_sheet", end=END).totals["earnings"]
        assert ledger.balance_drift() == []

        ledger.reverse(keys[reversed_at % len(keys)], reason="x", at=FIRST + timedelta(days=31))
        for key in keys:
            ledger.reverse(key, reason="x", at=FIRST + timedelta(days=31))
        assert all(not row.balance for row in ledger.balances(at=END))
        assert ledger.balance_drift() == []
        transaction.set_rollback(True)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    headings=st.lists(st.tuples(st.sampled_from("123456"), st.integers(0, 7)), max_size=8),
    moves=st.lists(st.tuples(st.sampled_from(CODES), st.integers(0, 7)), max_size=12),
    entries=st.lists(shapes(), min_size=1, max_size=5),
)
def test_sums_of_headings_are_those_of_their_leaves(
    units: list[Any], headings: Any, moves: Any, entries: Any
) -> None:
    """Whatever tree the accounts stand in, nothing is counted twice or left out."""
    with transaction.atomic():
        book = ledger.current_book()
        rows = places.chart_rows(book)
        made: list[str] = []
        for index, (digit, beneath) in enumerate(headings):
            role = next(spec.role for spec in ledger.DEFAULT_CHART.accounts if spec.code[0] == digit)
            above = _heading(rows, made, beneath, digit)
            if above is None or places.level_of(above) < places.MAX_LEVELS:
                code = f"{digit}hh{index}"
                places.insert_account(
                    book, code=code, name=code, role=role, side=Side.CREDIT, above=above, heading=True
                )
                made.append(code)
        for code, beneath in moves:
            above = _heading(rows, made, beneath, code[0])
            if above is not None and places.level_of(above) < places.MAX_LEVELS:
                places.move_account(book, rows.get(code=code), above)
        ledger.post(
            [
                Entry(
                    new_id().hex,
                    FIRST + timedelta(hours=hour),
                    "x",
                    tuple(Leg(code, side, Money.of(amount, "UZS")) for code, side, amount in legs),
                    unit=units[unit],
                )
                for unit, hour, legs in entries
            ]
        )
        stood = {row.code: row.debit.minor - row.credit.minor for row in ledger.balances(end=END)}
        tree = ledger.chart_tree(end=END)
        for kind in tree.kinds:
            whole = 0
            for index, node in enumerate(kind.accounts):
                leaves = _beneath(kind.accounts, index)
                net = node.balance.minor if node.side is Side.DEBIT else -node.balance.minor
                assert net == sum(stood.get(leaf.code, 0) for leaf in leaves), node
                whole += stood.get(node.code, 0)
                assert not (node.heading and node.code in stood)
            assert kind.balance.minor == (whole if kind.side is Side.DEBIT else -whole)
        assert {node.code for kind in tree.kinds for node in kind.accounts} >= {*stood, *made}
        for name in ("trial_balance", "balance_sheet", "profit_and_loss"):
            plain = ledger.statement(name, start=FIRST.date(), end=END)
            shown = ledger.with_headings(plain)
            assert shown.totals == plain.totals
            for before, after in zip(plain.sections, shown.sections, strict=True):
                own = [line for line in after.lines if not line.heading]
                assert sorted(line.code for line in own) == sorted(line.code for line in before.lines)
                assert {line.code: line.amounts for line in own} == {
                    line.code: line.amounts for line in before.lines
                }
                for index, line in enumerate(after.lines):
                    if line.heading:
                        sums = [leaf.amounts for leaf in _beneath(after.lines, index)]
                        assert sums, "a heading stands for lines of its section"
                        assert all(
                            amount.minor == sum(one[column].minor for one in sums)
                            for column, amount in line.amounts.items()
                        )
        sheet = ledger.with_headings(ledger.statement("balance_sheet", end=END))
        assert sheet.totals["assets"] == sheet.totals["liabilities_and_equity"]
        transaction.set_rollback(True)


def _heading(rows: Any, made: list[str], index: int, digit: str) -> Any:
    """The row of a heading of this kind, by a number; None for right beneath the kind."""
    fitting = [code for code in made if code[0] == digit]
    return rows.get(code=fitting[index % len(fitting)]) if fitting and index else None


def _beneath(lines: Any, index: int) -> list[Any]:
    """The leaves of a line: itself, or the deeper lines that follow a heading."""
    if not lines[index].heading:
        return [lines[index]]
    found = []
    for line in lines[index + 1 :]:
        if line.level <= lines[index].level:
            break
        if not line.heading:
            found.append(line)
    return found


@given(
    minor=st.integers(1, scale.MAX_LEG),
    code=st.sampled_from(sorted({"KWD", "BHD", "JPY", "UZS", "IRR", "USD"})),
)
def test_columns_hold_every_amount_exactly(minor: int, code: str) -> None:
    amount = Money.of(minor, code)
    column = scale.to_column(amount)
    assert column == column.quantize(scale.Decimal("0.01"))
    assert column < 10**18
    assert scale.from_column(column, CURRENCIES[code]) == amount

"""For any set of posted entries: zero sums, balanced sheets, and kept balances equal to the legs' sums."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.business.ledger import facade as ledger
from backend.business.ledger import roles, scale
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

"""Statements: right figures, over spans and units, and always in balance."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import translation
from django_ledger.models import AccountModel

from backend.business.ledger import errors
from backend.business.ledger import facade as ledger
from backend.business.ledger.types import Statement, credit, debit

from .conftest import AT, Books, uzs

DAY = AT.date()
NEXT = DAY + timedelta(days=1)


@pytest.fixture
def month(books: Books) -> Books:
    """A month of the textbook: capital, an advance, an order earned with tax, points, costs, a machine."""
    february = datetime(2026, 2, 1, 9, tzinfo=UTC)
    ledger.post(
        [
            books.entry(
                "capital",
                debit(ledger.BANK, uzs(1_000_000)),
                credit(ledger.OWNERS_EQUITY, uzs(1_000_000)),
                at=february,
            ),
            books.entry(
                "advance", debit(ledger.CASH, uzs(50_000)), credit(ledger.CUSTOMER_ADVANCES, uzs(50_000))
            ),
            books.entry(
                "earned",
                debit(ledger.CUSTOMER_ADVANCES, uzs(50_000)),
                debit(ledger.ACCOUNTS_RECEIVABLE, uzs(62_000)),
                debit(ledger.DISCOUNTS, uzs(5_000)),
                credit(ledger.REVENUE_TRANSLATION, uzs(105_000)),
                credit(ledger.TAX_PAYABLE, uzs(12_000)),
            ),
            books.entry(
                "points",
                debit(ledger.LOYALTY_EXPENSE, uzs(1_000)),
                credit(ledger.LOYALTY_LIABILITY, uzs(1_000)),
            ),
            books.entry("subcontractor", debit("5100", uzs(20_000)), credit(ledger.BANK, uzs(20_000))),
            books.entry("machine", debit("1500", uzs(300_000)), credit(ledger.BANK, uzs(300_000))),
            books.entry("to bank", debit(ledger.BANK, uzs(10_000)), credit(ledger.CASH, uzs(10_000))),
            books.sale("second branch", 7_000, unit=books.second),
        ]
    )
    return books


def amounts(statement: Statement, section: str) -> dict[str, int]:
    (found,) = [part for part in statement.sections if part.code == section]
    return {line.code or line.role: line.amounts["amount"].minor for line in found.lines}


def totals(statement: Statement) -> dict[str, int]:
    return {name: amount.minor for name, amount in statement.totals.items()}


def test_profit_and_loss(month: Books) -> None:
    statement = ledger.statement("profit_and_loss", start=DAY, end=NEXT)
    assert amounts(statement, "revenue") == {"4000": 7_000, "4010": 105_000, "4900": -5_000}
    assert amounts(statement, "cost_of_sales") == {"5100": 20_000}
    assert amounts(statement, "operating_expenses") == {"6100": 1_000}
    assert totals(statement) == {
        "revenue": 107_000,
        "gross_profit": 87_000,
        "operating_profit": 86_000,
        "net_income": 86_000,
    }
    assert not ledger.statement("profit_and_loss", start=DAY - timedelta(days=1), end=DAY).totals["revenue"]


def test_balance_sheet(month: Books) -> None:
    statement = ledger.statement("balance_sheet", end=NEXT)
    assert amounts(statement, "current_assets") == {
        "1010": 47_000,
        "1030": 690_000,
        "1100": 62_000,
    }
    assert amounts(statement, "non_current_assets") == {"1500": 300_000}
    assert amounts(statement, "current_liabilities") == {"2200": 12_000, "2300": 1_000}
    assert amounts(statement, "equity") == {"3000": 1_000_000, "earnings": 86_000}
    found = totals(statement)
    assert found["assets"] == found["liabilities_and_equity"] == 1_099_000
    earlier = totals(ledger.statement("balance_sheet", end=DAY))
    assert earlier["assets"] == earlier["equity"] == 1_000_000


def test_trial_balance_carries_the_opening_forward(month: Books) -> None:
    statement = ledger.statement("trial_balance", start=DAY, end=NEXT)
    (section,) = statement.sections
    lines = {
        line.code: {name: amount.minor for name, amount in line.amounts.items()} for line in section.lines
    }
    assert lines["1030"] == {"opening": 1_000_000, "debit": 10_000, "credit": 320_000, "closing": 690_000}
    assert lines["3000"] == {"opening": -1_000_000, "debit": 0, "credit": 0, "closing": -1_000_000}
    assert totals(statement)["opening"] == totals(statement)["closing"] == 0
    assert totals(statement)["debit"] == totals(statement)["credit"]


def test_cash_flow_is_the_movement_of_the_cash_accounts(month: Books) -> None:
    assert totals(ledger.statement("cash_flow", start=DAY, end=NEXT)) == {
        "operating": 50_000 - 20_000 + 7_000,
        "investing": -300_000,
        "financing": 0,
        "transfers": 0,
        "opening_cash": 1_000_000,
        "net_cash": -263_000,
        "closing_cash": 737_000,
    }
    assert totals(ledger.statement("cash_flow", end=DAY))["financing"] == 1_000_000


def test_one_branch(month: Books) -> None:
    statement = ledger.statement("profit_and_loss", start=DAY, end=NEXT, unit=month.second)
    assert totals(statement)["net_income"] == 7_000
    assert totals(ledger.statement("balance_sheet", end=NEXT, unit=month.second))["assets"] == 7_000
    assert totals(ledger.statement("trial_balance", end=NEXT, unit=month.second))["debit"] == 7_000
    assert totals(ledger.statement("cash_flow", end=NEXT, unit=month.second))["net_cash"] == 7_000


def test_balances(month: Books) -> None:
    by_code = {row.code: row for row in ledger.balances(at=DAY)}
    assert by_code[ledger.BANK].balance == uzs(690_000)
    assert by_code[ledger.CUSTOMER_ADVANCES].balance == uzs(0)
    assert by_code[ledger.OWNERS_EQUITY].balance == uzs(1_000_000)
    assert {row.code for row in ledger.balances(at=DAY - timedelta(days=1))} == {"1030", "3000"}
    assert {row.code for row in ledger.balances(start=DAY, end=NEXT, unit=month.second)} == {"1010", "4000"}
    with pytest.raises(ValueError, match="either"):
        ledger.balances(at=DAY, end=NEXT)


def test_entries_are_found_by_what_they_touch(month: Books) -> None:
    assert [entry.key for entry in ledger.entries(account=ledger.LOYALTY_LIABILITY)] == ["points"]
    assert [entry.key for entry in ledger.entries(unit=month.second)] == ["second branch"]
    assert [entry.key for entry in ledger.entries(end=DAY)] == ["capital"]
    assert len(ledger.entries(start=DAY)) == 7
    first = ledger.entries(limit=3)
    rest = ledger.entries(after=first[-1].id)
    assert [entry.id for entry in first + rest] == [entry.id for entry in ledger.entries()]


def test_each_statement_takes_two_statements_of_sql(month: Books, queries) -> None:
    for kind in ("trial_balance", "balance_sheet", "profit_and_loss", "cash_flow"):
        with queries() as seen:
            ledger.statement(kind, end=NEXT)
        assert len(seen) == 2, kind
    with queries() as seen:
        ledger.entries()
    assert len(seen) == 3


def test_a_span_that_ends_before_it_starts(month: Books) -> None:
    with pytest.raises(errors.SpanInvalid):
        ledger.statement("trial_balance", start=NEXT, end=DAY)
    with pytest.raises(ValueError, match="weather"):
        ledger.statement("weather")


def test_an_empty_book(books: Books) -> None:
    for kind in ("trial_balance", "balance_sheet", "profit_and_loss", "cash_flow"):
        statement = ledger.statement(kind, end=date(2026, 1, 1))
        assert not any(amount for amount in statement.totals.values())


def test_names_follow_the_reader_until_the_business_renames(month: Books) -> None:

    AccountModel.objects.filter(code="1030").update(name="Kapitalbank")
    with translation.override("ru"):
        names = {row.code: row.name for row in ledger.balances(at=DAY)}
    assert names["1010"] == "Касса"
    assert names["1030"] == "Kapitalbank"
    with translation.override("fa"):
        assert {row.code: row.name for row in ledger.balances(at=DAY)}["1010"] == "صندوق"

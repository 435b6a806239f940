"""Balances and financial statements, from the balances that the database keeps."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db import connection
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from backend.business.ledger import chart, roles, scale
from backend.business.ledger.book import current_book
from backend.business.ledger.errors import SpanInvalid
from backend.business.ledger.types import (
    AccountBalance,
    BalanceDrift,
    Book,
    Side,
    Statement,
    StatementKind,
    StatementLine,
    StatementSection,
)
from backend.kernel import clock
from backend.kernel.money import Currency, Money, total
from backend.kernel.money import currency as currency_of

_TURNOVER = """
SELECT a.uuid, a.code, a.name, a.role, a.balance_type,
    coalesce(sum(b.debit) FILTER (WHERE b.day < %(start)s::date), 0),
    coalesce(sum(b.credit) FILTER (WHERE b.day < %(start)s::date), 0),
    coalesce(sum(b.debit) FILTER (WHERE %(start)s::date IS NULL OR b.day >= %(start)s::date), 0),
    coalesce(sum(b.credit) FILTER (WHERE %(start)s::date IS NULL OR b.day >= %(start)s::date), 0)
FROM ledger_balance b
JOIN django_ledger_accountmodel a ON a.uuid = b.account_id
WHERE b.day < %(end)s::date AND (%(unit)s::uuid IS NULL OR b.unit_id = %(unit)s::uuid)
GROUP BY a.uuid ORDER BY a.code
"""

_CASH = """
SELECT a.uuid, a.code, a.name, a.role, a.balance_type, b.activity,
    coalesce(sum(b.debit - b.credit) FILTER (WHERE b.day < %(start)s::date), 0),
    coalesce(sum(b.debit - b.credit) FILTER (WHERE %(start)s::date IS NULL OR b.day >= %(start)s::date), 0)
FROM ledger_balance b
JOIN django_ledger_accountmodel a ON a.uuid = b.account_id AND a.role = %(cash)s
WHERE b.day < %(end)s::date AND (%(unit)s::uuid IS NULL OR b.unit_id = %(unit)s::uuid)
GROUP BY a.uuid, b.activity ORDER BY a.code, b.activity
"""

_DRIFT = """
SELECT unit_id, account_id, activity, day, coalesce(b.debit, 0), coalesce(b.credit, 0),
    coalesce(live.debit, 0), coalesce(live.credit, 0)
FROM ledger_balance b
FULL JOIN (
    SELECT j.entity_unit_id AS unit_id, t.account_id, coalesce(j.activity, '') AS activity,
        (j."timestamp" AT TIME ZONE coalesce(e.meta ->> 'timezone', 'UTC'))::date AS day,
        coalesce(sum(t.amount) FILTER (WHERE t.tx_type = 'debit'), 0) AS debit,
        coalesce(sum(t.amount) FILTER (WHERE t.tx_type = 'credit'), 0) AS credit
    FROM django_ledger_transactionmodel t
    JOIN django_ledger_journalentrymodel j ON j.uuid = t.journal_entry_id AND j.posted
    JOIN django_ledger_ledgermodel l ON l.uuid = j.ledger_id
    JOIN django_ledger_entitymodel e ON e.uuid = l.entity_id
    GROUP BY 1, 2, 3, 4
) live USING (unit_id, account_id, activity, day)
WHERE (b.debit, b.credit) IS DISTINCT FROM (live.debit, live.credit)
ORDER BY day, unit_id, account_id, activity
"""


@dataclass(frozen=True, slots=True)
class _Row:
    """An account's turnover before and within a span, in columns' scale turned to money."""

    account_id: uuid.UUID
    code: str
    name: str
    role: str
    side: Side
    opening: Money
    """Debits less credits before the span."""
    debit: Money
    credit: Money

    @property
    def movement(self) -> Money:
        """Debits less credits within the span."""
        return self.debit - self.credit

    @property
    def closing(self) -> Money:
        """Debits less credits at the end of the span."""
        return self.opening + self.movement


def balances(
    *,
    at: date | None = None,
    start: date | None = None,
    end: date | None = None,
    unit: uuid.UUID | None = None,
) -> list[AccountBalance]:
    """Turnover by account: through the day `at`, or over [start, end); accounts without any are left out.

    `unit` is a branch (or the book's id for the head office), None the whole business. With neither bound
    everything up to today counts. Raises BookNotOpened, and ValueError for `at` beside a bound.
    """
    if at is not None and (start is not None or end is not None):
        raise ValueError("give either a day or a span")
    book = current_book()
    stop = at + timedelta(days=1) if at is not None else end or _tomorrow(book)
    return [
        AccountBalance(row.account_id, row.code, row.name, row.role, row.side, row.debit, row.credit)
        for row in _turnover(book, start, stop, unit)
        if row.debit or row.credit
    ]


def statement(
    kind: StatementKind | str,
    *,
    start: date | None = None,
    end: date | None = None,
    unit: uuid.UUID | None = None,
) -> Statement:
    """A statement over [start, end), days of the book's time zone, for the business or one unit.

    `end` is the first day that does not count, tomorrow unless given; `start` is the first of January of
    the year of the last day unless given, and means nothing to a balance sheet. Raises BookNotOpened,
    SpanInvalid for a span that ends before it starts, and ValueError for an unknown kind.
    """
    wanted = StatementKind(kind)
    book = current_book()
    stop = end or _tomorrow(book)
    first = None
    if wanted is not StatementKind.BALANCE_SHEET:
        # The first day that Python knows has none before it.
        last = stop - timedelta(days=1) if stop > date.min else stop
        first = start or last.replace(month=1, day=1)
    if first is not None and first > stop:
        raise SpanInvalid(pointer="?end")
    return _MAKERS[wanted](book, first, stop, unit)


def balance_drift() -> list[BalanceDrift]:
    """Where the kept balances differ from the posted legs: nowhere, unless the guards were taken away.

    Sums every leg, so it is for a nightly check, not for a request.
    """
    with connection.cursor() as cursor:
        cursor.execute(_DRIFT)
        return [
            BalanceDrift(unit, account, activity, day, kept=(debit, credit), summed=(live_debit, live_credit))
            for unit, account, activity, day, debit, credit, live_debit, live_credit in cursor.fetchall()
        ]


def _tomorrow(book: Book) -> date:
    return clock.today(book.timezone) + timedelta(days=1)


def _money(value: Decimal, currency: Currency) -> Money:
    return scale.from_column(value, currency)


def _turnover(book: Book, start: date | None, end: date, unit: uuid.UUID | None) -> list[_Row]:
    currency = currency_of(book.currency)
    language = get_language() or "en"
    with connection.cursor() as cursor:
        cursor.execute(_TURNOVER, {"start": start, "end": end, "unit": unit})
        rows = cursor.fetchall()
    return [
        _Row(
            account_id,
            code,
            chart.display_name(code, name, language),
            role,
            Side(side),
            _money(before_debit - before_credit, currency),
            _money(debit, currency),
            _money(credit, currency),
        )
        for account_id, code, name, role, side, before_debit, before_credit, debit, credit in rows
    ]


def _trial_balance(book: Book, start: date | None, end: date, unit: uuid.UUID | None) -> Statement:
    rows = _turnover(book, start, end, unit)
    lines = tuple(
        StatementLine(
            row.account_id,
            row.code,
            row.name,
            row.role,
            {"opening": row.opening, "debit": row.debit, "credit": row.credit, "closing": row.closing},
        )
        for row in rows
    )
    totals = {
        column: total((line.amounts[column] for line in lines), book.currency)
        for column in ("opening", "debit", "credit", "closing")
    }
    section = StatementSection("accounts", lines, totals)
    return Statement(StatementKind.TRIAL_BALANCE, book.currency, start, end, unit, (section,), totals)


def _section(
    book: Book,
    code: str,
    rows: Iterable[_Row],
    amount: Callable[[_Row], Money],
    extra: Sequence[StatementLine] = (),
) -> StatementSection:
    lines = [
        StatementLine(row.account_id, row.code, row.name, row.role, {"amount": amount(row)})
        for row in rows
        if roles.section(row.role) == code and amount(row)
    ]
    lines.extend(extra)
    return StatementSection(
        code, tuple(lines), {"amount": total((line.amounts["amount"] for line in lines), book.currency)}
    )


def _balance_sheet(book: Book, start: date | None, end: date, unit: uuid.UUID | None) -> Statement:
    rows = _turnover(book, None, end, unit)
    # What the income statement has earned since the opening belongs to the owners: no closing entries needed.
    earned = total((-row.closing for row in rows if roles.is_temporary(row.role)), book.currency)
    name = str(_("Earnings to date"))
    earnings = [StatementLine(None, "", name, "earnings", {"amount": earned})] if earned else []
    sections = (
        _section(book, "current_assets", rows, lambda row: row.closing),
        _section(book, "non_current_assets", rows, lambda row: row.closing),
        _section(book, "current_liabilities", rows, lambda row: -row.closing),
        _section(book, "non_current_liabilities", rows, lambda row: -row.closing),
        _section(book, "equity", rows, lambda row: -row.closing, earnings),
    )
    sums = {section.code: section.totals["amount"] for section in sections}
    liabilities = sums["current_liabilities"] + sums["non_current_liabilities"]
    totals = {
        "assets": sums["current_assets"] + sums["non_current_assets"],
        "liabilities": liabilities,
        "equity": sums["equity"],
        "liabilities_and_equity": liabilities + sums["equity"],
        "earnings": earned,
    }
    return Statement(StatementKind.BALANCE_SHEET, book.currency, None, end, unit, sections, totals)


def _profit_and_loss(book: Book, start: date | None, end: date, unit: uuid.UUID | None) -> Statement:
    rows = _turnover(book, start, end, unit)

    def income(row: _Row) -> Money:
        return -row.movement

    def expense(row: _Row) -> Money:
        return row.movement

    sections = (
        _section(book, "revenue", rows, income),
        _section(book, "cost_of_sales", rows, expense),
        _section(book, "operating_expenses", rows, expense),
        _section(book, "other_income", rows, income),
        _section(book, "other_expenses", rows, expense),
    )
    sums = {section.code: section.totals["amount"] for section in sections}
    gross = sums["revenue"] - sums["cost_of_sales"]
    operating = gross - sums["operating_expenses"]
    totals = {
        "revenue": sums["revenue"],
        "gross_profit": gross,
        "operating_profit": operating,
        "net_income": operating + sums["other_income"] - sums["other_expenses"],
    }
    return Statement(StatementKind.PROFIT_AND_LOSS, book.currency, start, end, unit, sections, totals)


def _cash_flow(book: Book, start: date | None, end: date, unit: uuid.UUID | None) -> Statement:
    """The direct method: what moved on the cash accounts, by what it was for.

    `transfers` holds what only went from one cash account to another; it sums to nothing.
    """
    currency = currency_of(book.currency)
    language = get_language() or "en"
    with connection.cursor() as cursor:
        cursor.execute(_CASH, {"start": start, "end": end, "unit": unit, "cash": roles.CASH})
        rows = cursor.fetchall()
    opening = Money.zero(currency)
    groups: dict[str, list[StatementLine]] = {
        "operating": [],
        "investing": [],
        "financing": [],
        "transfers": [],
    }
    names = {"op": "operating", "inv": "investing", "fin": "financing"}
    for account_id, code, name, role, _side, activity, before, moved in rows:
        opening = opening + _money(before, currency)
        amount = _money(moved, currency)
        if amount:
            # The library's finer kinds begin with ours: fin_std, inv_ppe.
            group = names.get(activity.partition("_")[0], "transfers")
            shown = chart.display_name(code, name, language)
            groups[group].append(StatementLine(account_id, code, shown, role, {"amount": amount}))
    sections = tuple(
        StatementSection(
            group, tuple(lines), {"amount": total((line.amounts["amount"] for line in lines), currency)}
        )
        for group, lines in groups.items()
    )
    totals = {section.code: section.totals["amount"] for section in sections}
    net = total(totals.values(), currency)
    totals |= {"opening_cash": opening, "net_cash": net, "closing_cash": opening + net}
    return Statement(StatementKind.CASH_FLOW, book.currency, start, end, unit, sections, totals)


_MAKERS: dict[StatementKind, Callable[[Book, date | None, date, uuid.UUID | None], Statement]] = {
    StatementKind.TRIAL_BALANCE: _trial_balance,
    StatementKind.BALANCE_SHEET: _balance_sheet,
    StatementKind.PROFIT_AND_LOSS: _profit_and_loss,
    StatementKind.CASH_FLOW: _cash_flow,
}

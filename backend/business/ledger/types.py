"""What goes into the books and what comes out of them."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from backend.kernel.money import Money


class Side(StrEnum):
    """The side of a leg, or the side on which an account's balance stands."""

    DEBIT = "debit"
    CREDIT = "credit"

    @property
    def opposite(self) -> Side:
        """The other side."""
        return Side.CREDIT if self is Side.DEBIT else Side.DEBIT


class Activity(StrEnum):
    """What a movement of cash was for, as the cash-flow statement groups it (IAS 7, 10)."""

    OPERATING = "op"
    INVESTING = "inv"
    FINANCING = "fin"


@dataclass(frozen=True, slots=True)
class Foreign:
    """The original amount of a leg in another currency, and the rate that turned it into the book's.

    `rate` is units of the book's currency for one unit of the foreign one.
    """

    amount: Money
    rate: Decimal


@dataclass(frozen=True, slots=True)
class Leg:
    """One side of an entry: an account of the chart by its code, and an amount above zero."""

    account_code: str
    side: Side
    amount: Money
    memo: str = ""
    foreign: Foreign | None = None


def debit(account_code: str, amount: Money, memo: str = "", *, foreign: Foreign | None = None) -> Leg:
    """A debit leg."""
    return Leg(account_code, Side.DEBIT, amount, memo, foreign)


def credit(account_code: str, amount: Money, memo: str = "", *, foreign: Foreign | None = None) -> Leg:
    """A credit leg."""
    return Leg(account_code, Side.CREDIT, amount, memo, foreign)


@dataclass(frozen=True, slots=True)
class Entry:
    """A journal entry to be posted.

    `key` names the movement (`payment:<id>`): the same key posts once. `at` is the moment of the movement;
    its day in the book's time zone decides the period. `unit` is a branch, None the head office. `subject`
    says what the entry is about. `activity` overrules what the roles of the legs say.
    """

    key: str
    at: datetime
    description: str
    legs: tuple[Leg, ...]
    unit: uuid.UUID | None = None
    subject_type: str = ""
    subject_id: uuid.UUID | None = None
    activity: Activity | None = None
    otherwise: datetime | None = None
    """When it is posted where the period of `at` is closed: for what happened before it could be posted."""


@dataclass(frozen=True, slots=True)
class AccountSpec:
    """An account of a chart template: its code, django-ledger role, side, and names by language.

    `default` makes it the role's default account; a role has at most one. A `heading` takes no entries and
    sums up the accounts beneath it, which name its code as their `parent`.
    """

    code: str
    role: str
    side: Side
    names: Mapping[str, str]
    default: bool = False
    heading: bool = False
    parent: str = ""


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """A chart of accounts as data: `code` names the template; parents and their accounts in any order."""

    code: str
    accounts: tuple[AccountSpec, ...]

    def with_accounts(self, *more: AccountSpec, code: str | None = None) -> ChartSpec:
        """The chart with accounts added; one with a code that is already there replaces it."""
        merged = {account.code: account for account in (*self.accounts, *more)}
        return ChartSpec(code or self.code, tuple(merged[key] for key in sorted(merged)))

    def placed(self, under: Mapping[str, str]) -> ChartSpec:
        """The chart with accounts put beneath headings: the heading's code by the account's.

        Raises ValueError for a code that the chart has not.
        """
        unknown = {*under, *under.values()} - {account.code for account in self.accounts}
        if unknown:
            raise ValueError(f"the chart has no {', '.join(sorted(unknown))}")
        return ChartSpec(
            self.code,
            tuple(
                replace(account, parent=under[account.code]) if account.code in under else account
                for account in self.accounts
            ),
        )


@dataclass(frozen=True, slots=True)
class Book:
    """A business's opened book."""

    id: uuid.UUID
    ledger_id: uuid.UUID
    chart_id: uuid.UUID
    head_office_id: uuid.UUID
    currency: str
    timezone: str
    closed_through: date | None


@dataclass(frozen=True, slots=True)
class AccountBalance:
    """What stands on an account over a span: turnover of both sides, in the book's currency."""

    account_id: uuid.UUID
    code: str
    name: str
    role: str
    side: Side
    debit: Money
    credit: Money

    @property
    def balance(self) -> Money:
        """Turnover on the account's own side less that on the other."""
        return self.debit - self.credit if self.side is Side.DEBIT else self.credit - self.debit


@dataclass(frozen=True, slots=True)
class ChartNode:
    """An account in the tree: `parent_id` is its heading, None right beneath its kind, whose level is 1.

    `balance` is what stands on the account's own side: for a heading the sum of all beneath it.
    """

    account_id: uuid.UUID
    parent_id: uuid.UUID | None
    level: int
    code: str
    name: str
    role: str
    side: Side
    heading: bool
    active: bool
    balance: Money


@dataclass(frozen=True, slots=True)
class ChartKind:
    """One of the six kinds of accounts, with its tree in order: a heading before what stands beneath it.

    `balance` is what stands on the kind's own `side`: debit for assets, cost of sales and expenses.
    """

    kind: str
    side: Side
    balance: Money
    accounts: tuple[ChartNode, ...]


@dataclass(frozen=True, slots=True)
class ChartTree:
    """The chart of accounts with what stands on it before the day `end`, in the business or one unit."""

    currency: str
    end: date
    unit: uuid.UUID | None
    kinds: tuple[ChartKind, ...]


@dataclass(frozen=True, slots=True)
class StatementLine:
    """A line of a statement: an account, or a computed line whose account is None.

    `amounts` are by column: `amount` in a balance sheet, an income and a cash-flow statement; `opening`,
    `debit`, `credit`, `closing` in a trial balance, where opening and closing are debits less credits.
    A `heading` sums up the lines after it whose `level` is deeper, and counts in no total; without headings
    every line is of the first level.
    """

    account_id: uuid.UUID | None
    code: str
    name: str
    role: str
    amounts: Mapping[str, Money]
    level: int = 1
    heading: bool = False


@dataclass(frozen=True, slots=True)
class StatementSection:
    """A part of a statement, with its lines and their totals by column."""

    code: str
    lines: tuple[StatementLine, ...]
    totals: Mapping[str, Money]


class StatementKind(StrEnum):
    """The statements that the books answer."""

    TRIAL_BALANCE = "trial_balance"
    BALANCE_SHEET = "balance_sheet"
    PROFIT_AND_LOSS = "profit_and_loss"
    CASH_FLOW = "cash_flow"


@dataclass(frozen=True, slots=True)
class Statement:
    """A financial statement over [start, end), for the whole business or one unit.

    `start` is None where the statement reaches back to the opening of the book. `totals` are by name, for
    instance `assets`, `net_income`, `net_cash`.
    """

    kind: StatementKind
    currency: str
    start: date | None
    end: date
    unit: uuid.UUID | None
    sections: tuple[StatementSection, ...]
    totals: Mapping[str, Money]
    comparison: Statement | None = None
    """The same statement over another span, to compare with."""

    @property
    def lines(self) -> tuple[StatementLine, ...]:
        """The lines of all sections, in their order."""
        return tuple(line for section in self.sections for line in section.lines)


@dataclass(frozen=True, slots=True)
class PostedLeg:
    """A leg as it stands in the books."""

    id: uuid.UUID
    account_id: uuid.UUID
    account_code: str
    account_name: str
    side: Side
    amount: Money
    memo: str
    foreign: Foreign | None = None


@dataclass(frozen=True, slots=True)
class PostedEntry:
    """An entry as it stands in the books. `unit` is None for the head office.

    `reverses` names the entry that this one takes back, `reversed_by` the one that took this one back.
    """

    id: uuid.UUID
    number: str
    key: str
    at: datetime
    posted_at: datetime
    description: str
    unit: uuid.UUID | None
    activity: Activity | None
    subject_type: str
    subject_id: uuid.UUID | None
    reverses: uuid.UUID | None
    reversed_by: uuid.UUID | None
    legs: tuple[PostedLeg, ...]


@dataclass(frozen=True, slots=True)
class BalanceDrift:
    """A row of the balance table that differs from the posted legs, in the columns' own scale."""

    unit_id: uuid.UUID
    account_id: uuid.UUID
    activity: str
    day: date
    kept: tuple[Decimal, Decimal]
    summed: tuple[Decimal, Decimal]

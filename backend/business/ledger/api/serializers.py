"""The ledger's bodies."""

from __future__ import annotations

from typing import Any

from backend.business.ledger import chart, places, roles, scale, tree
from backend.business.ledger.subjects import PREFIXES
from backend.business.ledger.types import Activity, Side
from backend.kernel.api import fields as f
from backend.kernel.api.serializers import Read, RecordRead, Write
from backend.kernel.ids import encode
from backend.kernel.money import Money, currency

SIDES = [side.value for side in Side]
SECTIONS = [
    "current_assets",
    "non_current_assets",
    "current_liabilities",
    "non_current_liabilities",
    "equity",
    "revenue",
    "other_income",
    "cost_of_sales",
    "operating_expenses",
    "other_expenses",
]
_ACTIVITIES = {
    Activity.OPERATING: "operating",
    Activity.INVESTING: "investing",
    Activity.FINANCING: "financing",
}


_END = "The first day that no longer counts."


def _shown_name(code: str, name: str, context: Any) -> str:
    return chart.display_name(code, name, context.languages[0] if context.languages else "en")


class LedgerAccountRead(RecordRead):
    """An account of the chart."""

    id = f.Id("acc", source="uuid")
    code = f.Text(max_length=10, help_text="The account's number; its first digit says the kind.")
    name = f.Computed(lambda row, ctx: _shown_name(row.code, row.name, ctx), f.Text(max_length=100))
    role = f.Text(max_length=30, help_text="What the account is for; statements group by it.")
    section = f.Computed(
        lambda row, ctx: roles.section(row.role),
        f.Choice(SECTIONS, enum="LedgerSection"),
        help_text="The part of the balance sheet or income statement that the account stands in.",
    )
    side = f.Choice(SIDES, enum="LedgerSide", source="balance_type", help_text="The side on which it grows.")
    active = f.Bool(help_text="Whether it is in use: what is not takes no entries.")
    heading = f.Bool(help_text="Whether it sums up the accounts beneath it, and takes no entries itself.")
    parent = f.Id(  # type: ignore[assignment]
        "acc",
        source="parent_id",
        allow_null=True,
        help_text="The heading it stands beneath; null right beneath its kind.",
    )
    level = f.Int(min_value=1, max_value=places.MAX_LEVELS, help_text="1 right beneath its kind.")
    default = f.Computed(
        lambda row, ctx: bool(row.role_default),
        f.Bool(),
        help_text="Whether it is its role's default account.",
    )
    control = f.Computed(
        lambda row, ctx: row.code in chart.CONTROL,
        f.Bool(),
        help_text="Whether its documents alone post to it, and no entry by hand.",
    )
    used = f.Bool(help_text="Whether it has entries: its code, role and side then stay for good.")


class LedgerAccountCreate(Write):
    """A new account."""

    code = f.Text(max_length=10, min_length=4, pattern=r"^[1-6][0-9A-Za-z]{3,9}$")
    name = f.Text(max_length=100)
    role = f.Choice(sorted(roles.ROLES), enum="LedgerRole")
    side = f.Choice(SIDES, enum="LedgerSide")
    heading = f.Bool(
        required=False, help_text="Sums up the accounts beneath it, and takes no entries itself."
    )
    parent = f.Id(  # type: ignore[assignment]
        "acc",
        required=False,
        allow_null=True,
        help_text="A heading of the same kind; null right beneath the kind.",
    )


class LedgerAccountUpdate(Write):
    """What can change of an account; code, role, side, and that it is no heading stay once it has entries."""

    code = f.Text(max_length=10, min_length=4, pattern=r"^[1-6][0-9A-Za-z]{3,9}$", required=False)
    name = f.Text(max_length=100, required=False)
    role = f.Choice(sorted(roles.ROLES), enum="LedgerRole", required=False)
    side = f.Choice(SIDES, enum="LedgerSide", required=False)
    heading = f.Bool(required=False)
    parent = f.Id(  # type: ignore[assignment]
        "acc",
        required=False,
        allow_null=True,
        help_text="A heading of the same kind; null right beneath the kind.",
    )
    default = f.Bool(
        required=False, help_text="True makes it its role's default account, instead of the one that is."
    )
    active = f.Bool(
        required=False,
        help_text="False only where nothing stands on it (on income and expenses: in the running year) "
        "and nothing posts to it by itself.",
    )


class ChartTreeQuery(Write):
    """The day and the branch of a tree of accounts."""

    end = f.Date(required=False, help_text="The first day that no longer counts; tomorrow unless given.")
    branch = f.Id("brn", required=False, help_text="One branch; the whole business unless given.")


class ChartNodeRead(Read):
    """An account in the tree."""

    account = f.Id("acc", source="account_id")
    parent = f.Id(  # type: ignore[assignment]
        "acc", source="parent_id", allow_null=True, help_text="The heading it stands beneath."
    )
    level = f.Int(min_value=1, max_value=places.MAX_LEVELS, help_text="1 right beneath the kind.")
    code = f.Text(max_length=10)
    name = f.Text(max_length=100)
    role = f.Text(max_length=30)
    side = f.Choice(SIDES, enum="LedgerSide")
    heading = f.Bool()
    active = f.Bool()
    balance = f.Computed(
        lambda row, ctx: row.balance.json(),
        f.Money(),
        help_text="What stands on its own side; on a heading's the sum of all beneath it.",
    )


class ChartKindRead(Read):
    """One of the six kinds, with its accounts in the tree's order: a heading before what stands beneath it."""

    kind = f.Choice([kind for kind, _ in tree.KINDS.values()], enum="LedgerKind")
    side = f.Choice(SIDES, enum="LedgerSide")
    balance = f.Computed(lambda row, ctx: row.balance.json(), f.Money(), help_text="On the kind's own side.")
    accounts = f.ListOf(ChartNodeRead(), max_items=10_000)


class ChartTreeRead(Read):
    """The chart of accounts as a tree, with what stands on it when the day `end` begins."""

    currency = f.CurrencyCode()
    end = f.Date(help_text=_END)
    branch = f.Id("brn", source="unit", allow_null=True)
    kinds = f.ListOf(ChartKindRead(), max_items=6)


def _leg_amount(leg: Any, _context: Any) -> Any:
    return scale.from_column(leg.amount, currency(leg.book_currency)).json()


class ForeignAmountRead(Read):
    """The original amount of a leg in another currency."""

    amount = f.Computed(lambda row, ctx: Money.of(row.amount, row.currency).json(), f.Money())
    rate = f.DecimalText(digits=28, places=12, help_text="Units of the books' currency for one of this.")


class JournalLegRead(Read):
    """One side of an entry."""

    id = f.Id("leg", source="uuid")
    account = f.Id("acc", source="account_id")
    account_code = f.Text(max_length=10, source="account.code")
    account_name = f.Computed(
        lambda leg, ctx: _shown_name(leg.account.code, leg.account.name, ctx), f.Text(max_length=100)
    )
    side = f.Choice(SIDES, enum="LedgerSide", source="tx_type")
    amount = f.Computed(_leg_amount, f.Money(), help_text="Always above zero, in the books' currency.")
    memo = f.Computed(lambda leg, ctx: leg.description or "", f.Text(max_length=100, min_length=0))
    foreign = f.Computed(lambda leg, ctx: getattr(leg, "foreign", None), ForeignAmountRead(), allow_null=True)


class EntrySubjectRead(Read):
    """What an entry is about."""

    type = f.Choice(sorted(PREFIXES), enum="LedgerSubjectType")
    id = f.Text(max_length=30, help_text="The id of the resource, as its own routes write it.")


def _subject(row: Any, _context: Any) -> Any:
    posting = getattr(row, "posting", None)
    if posting is None or not posting.subject_type or posting.subject_id is None:
        return None
    return {
        "type": posting.subject_type,
        "id": encode(PREFIXES[posting.subject_type], posting.subject_id),
    }


def _reversed_by(row: Any, _context: Any) -> Any:
    reversal = getattr(getattr(row, "posting", None), "reversed_by", None)
    return reversal.entry_id if reversal else None


def _branch(row: Any, _context: Any) -> Any:
    return None if row.entity_unit_id == row.ledger.entity_id else row.entity_unit_id


class JournalEntryRead(Read):
    """A posted entry: balanced, numbered, and never changed."""

    id = f.Id("jen", source="uuid")
    version = f.Computed(lambda row, ctx: 1, f.Int(), help_text="Always 1: an entry does not change.")
    number = f.Text(max_length=25)
    key = f.Computed(
        lambda row, ctx: row.posting.key if getattr(row, "posting", None) else "",
        f.Text(max_length=200, min_length=0),
        help_text="What was posted: a movement posts once under its key.",
    )
    at = f.DateTime(help_text="The moment of the movement; its day decides the period.")
    created_at = f.DateTime(help_text="When it was posted.")
    description = f.Computed(lambda row, ctx: row.description or "", f.Text(max_length=120, min_length=0))
    branch = f.Computed(_branch, f.Id("brn"), allow_null=True, help_text="Null for the head office.")
    activity = f.Computed(
        lambda row, ctx: _ACTIVITIES[Activity(row.activity.partition("_")[0])] if row.activity else None,
        f.Choice(sorted(_ACTIVITIES.values()), enum="LedgerActivity"),
        allow_null=True,
        help_text="What cash moved for; null where none did.",
    )
    subject = f.Computed(_subject, EntrySubjectRead(), allow_null=True)
    reverses = f.Computed(
        lambda row, ctx: row.posting.reverses_id if getattr(row, "posting", None) else None,
        f.Id("jen"),
        allow_null=True,
        help_text="The entry that this one takes back.",
    )
    reversed_by = f.Computed(
        _reversed_by, f.Id("jen"), allow_null=True, help_text="The entry that took this one back."
    )
    legs = f.ListOf(JournalLegRead(), max_items=1000)
    allowed_actions = f.AllowedActions()


class JournalLegIn(Write):
    """One side of a new entry."""

    account = f.Id("acc")
    side = f.Choice(SIDES, enum="LedgerSide")
    amount = f.MoneyIn(help_text="Above zero, in the books' currency.")
    memo = f.Text(max_length=100, min_length=0, required=False)


class JournalEntryCreate(Write):
    """An entry posted by hand: at least two legs, debits equal to credits."""

    description = f.Text(max_length=120)
    at = f.DateTime(required=False, help_text="The moment of the movement; now unless given, never ahead.")
    branch = f.Id("brn", required=False, allow_null=True, help_text="The head office unless given.")
    legs = f.ListOf(JournalLegIn(), min_items=2, max_items=100)


class ReversalCreate(Write):
    """Takes an entry back."""

    reason = f.Text(max_length=120)
    at = f.DateTime(
        required=False, help_text="The moment of the reversal; now unless given, never before the entry's."
    )


class SpanQuery(Write):
    """The span of a statement: days of the business's time zone, half-open."""

    start = f.Date(required=False, help_text="The first day; the first of January unless given.")
    end = f.Date(required=False, help_text="The first day that no longer counts; tomorrow unless given.")
    branch = f.Id("brn", required=False, help_text="One branch; the whole business unless given.")
    compare_start = f.Date(required=False, help_text="The first day of a span to compare with.")
    compare_end = f.Date(
        required=False,
        help_text="The first day that no longer counts there; where this span starts, unless given.",
    )


_HEADINGS = "Whether the chart's headings stand among the lines with the sums of what is beneath them."


class StatementQuery(SpanQuery):
    """The span of a statement, and whether it shows headings."""

    headings = f.Bool(required=False, help_text=_HEADINGS)


class BalanceSheetQuery(Write):
    """The day of a balance sheet."""

    end = f.Date(
        required=False,
        help_text="The first day that no longer counts: 2027-01-01 for the end of 2026. Tomorrow unless given.",
    )
    branch = f.Id("brn", required=False, help_text="One branch; the whole business unless given.")
    compare_end = f.Date(
        required=False, help_text="To compare with: the first day that no longer counts there."
    )
    headings = f.Bool(required=False, help_text=_HEADINGS)


def _amount(column: str) -> f.Computed:
    return f.Computed(lambda row, ctx: row.amounts[column].json(), f.Money())


def _total(name: str, help_text: str = "") -> f.Computed:
    return f.Computed(lambda row, ctx: row.totals[name].json(), f.Money(), help_text=help_text)


def _level() -> f.Int:
    return f.Int(
        min_value=1,
        max_value=places.MAX_LEVELS,
        help_text="How deep the line stands beneath headings; else 1.",
    )


def _heading() -> f.Bool:
    return f.Bool(help_text="Whether it sums up the deeper lines after it; it counts in no total.")


class TrialBalanceLineRead(Read):
    """An account's balance before the span, its turnover within, and its balance after."""

    account = f.Id("acc", source="account_id")
    code = f.Text(max_length=10)
    name = f.Text(max_length=100)
    role = f.Text(max_length=30)
    level = _level()
    heading = _heading()
    opening = _amount("opening")
    debit = _amount("debit")
    credit = _amount("credit")
    closing = _amount("closing")


class TrialBalanceRead(Read):
    """Opening and closing are debits less credits: both columns sum to zero."""

    currency = f.CurrencyCode()
    start = f.Date(allow_null=True)
    end = f.Date(help_text=_END)
    branch = f.Id("brn", source="unit", allow_null=True)
    lines = f.ListOf(TrialBalanceLineRead(), max_items=10_000)
    opening = _total("opening")
    debit = _total("debit")
    credit = _total("credit")
    closing = _total("closing")
    balanced = f.Computed(
        lambda row, ctx: not row.totals["closing"] and row.totals["debit"] == row.totals["credit"],
        f.Bool(),
        help_text="Whether debits equal credits and the balances sum to zero.",
    )


class TrialBalanceCompared(TrialBalanceRead):
    """The same, beside the one of another span."""

    comparison = TrialBalanceRead(
        allow_null=True, help_text="The same over the span to compare with; null where none was asked for."
    )


class StatementLineRead(Read):
    """A line of a statement; without an account where it is computed, such as the earnings to date."""

    account = f.Id("acc", source="account_id", allow_null=True)
    code = f.Text(max_length=10, min_length=0)
    name = f.Text(max_length=100, min_length=0)
    role = f.Text(max_length=30)
    level = _level()
    heading = _heading()
    amount = _amount("amount")


class StatementSectionRead(Read):
    """A part of a statement."""

    code = f.Text(max_length=30)
    lines = f.ListOf(StatementLineRead(), max_items=10_000)
    total = _total("amount")


class BalanceSheetRead(Read):
    """What the business has and owes when the day `end` begins."""

    currency = f.CurrencyCode()
    end = f.Date(help_text=_END)
    branch = f.Id("brn", source="unit", allow_null=True)
    sections = f.ListOf(StatementSectionRead(), max_items=10)
    assets = _total("assets")
    liabilities = _total("liabilities")
    equity = _total("equity", "With the earnings to date.")
    earnings = _total("earnings", "Income less expenses since the books were opened.")
    balanced = f.Computed(
        lambda row, ctx: row.totals["assets"] == row.totals["liabilities_and_equity"],
        f.Bool(),
        help_text="Whether assets equal liabilities and equity.",
    )


class BalanceSheetCompared(BalanceSheetRead):
    """The same, beside the one of another span."""

    comparison = BalanceSheetRead(
        allow_null=True, help_text="The same over the span to compare with; null where none was asked for."
    )


class ProfitAndLossRead(Read):
    """What the business earned and spent in a span."""

    currency = f.CurrencyCode()
    start = f.Date(allow_null=True)
    end = f.Date(help_text=_END)
    branch = f.Id("brn", source="unit", allow_null=True)
    sections = f.ListOf(StatementSectionRead(), max_items=10)
    revenue = _total("revenue", "Net of discounts.")
    gross_profit = _total("gross_profit")
    operating_profit = _total("operating_profit")
    net_income = _total("net_income")


class ProfitAndLossCompared(ProfitAndLossRead):
    """The same, beside the one of another span."""

    comparison = ProfitAndLossRead(
        allow_null=True, help_text="The same over the span to compare with; null where none was asked for."
    )


class CashFlowRead(Read):
    """What moved on the cash accounts in a span, by what it was for (the direct method)."""

    currency = f.CurrencyCode()
    start = f.Date(allow_null=True)
    end = f.Date(help_text=_END)
    branch = f.Id("brn", source="unit", allow_null=True)
    sections = f.ListOf(StatementSectionRead(), max_items=10)
    opening_cash = _total("opening_cash")
    operating = _total("operating")
    investing = _total("investing")
    financing = _total("financing")
    net_cash = _total("net_cash")
    closing_cash = _total("closing_cash")


class CashFlowCompared(CashFlowRead):
    """The same, beside the one of another span."""

    comparison = CashFlowRead(
        allow_null=True, help_text="The same over the span to compare with; null where none was asked for."
    )

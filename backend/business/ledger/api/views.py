"""The ledger's resources."""

from __future__ import annotations

import uuid
from typing import Any

from backend.business.ledger import accounts, selectors, services
from backend.business.ledger import errors as refusals
from backend.business.ledger import permissions as rights
from backend.business.ledger.api.filters import JournalEntryFilters, LedgerAccountFilters
from backend.business.ledger.api.serializers import (
    BalanceSheetCompared,
    BalanceSheetQuery,
    CashFlowCompared,
    ChartTreeQuery,
    ChartTreeRead,
    JournalEntryCreate,
    JournalEntryRead,
    LedgerAccountCreate,
    LedgerAccountRead,
    LedgerAccountUpdate,
    ProfitAndLossCompared,
    ReversalCreate,
    SpanQuery,
    StatementQuery,
    TrialBalanceCompared,
)
from backend.business.ledger.types import ChartTree, Statement, StatementKind
from backend.kernel.api import Resource, action

_PLACE = [
    refusals.LedgerAccountCodeMismatch,
    refusals.LedgerParentNotHeading,
    refusals.LedgerParentKindDiffers,
    refusals.LedgerAccountTooDeep,
]


class LedgerAccountResource(Resource):
    """The chart of accounts: a tree beneath six kinds. An account with entries keeps its code, role and side.

    A heading takes no entries and sums up what stands beneath it.
    """

    plural = "ledger-accounts"
    prefix = "acc"
    tag = "ledger"
    rows = staticmethod(selectors.accounts_for)
    read = LedgerAccountRead
    writes = {"create": LedgerAccountCreate, "update": LedgerAccountUpdate}
    services = {"create": accounts.create_account, "update": accounts.update_account}
    permissions = {
        "list": rights.VIEW_ACCOUNTS,
        "retrieve": rights.VIEW_ACCOUNTS,
        "create": rights.MANAGE_ACCOUNTS,
        "update": rights.MANAGE_ACCOUNTS,
    }
    filters = LedgerAccountFilters
    sort = ("code", "created_at")
    default_sort = "code"
    search = ("code", "name")
    errors = {
        "create": [refusals.LedgerAccountExists, *_PLACE, refusals.BookNotOpened],
        "update": [
            refusals.LedgerAccountExists,
            *_PLACE,
            refusals.LedgerAccountCycle,
            refusals.LedgerAccountInUse,
            refusals.LedgerAccountHasEntries,
            refusals.LedgerAccountHasChildren,
            refusals.LedgerAccountHasBalance,
            refusals.LedgerAccountReferenced,
            refusals.LedgerAccountIsHeading,
            refusals.LedgerAccountNotUsable,
        ],
    }
    reread = False

    @action(
        "tree",
        detail=False,
        method="GET",
        permission=rights.VIEW_REPORTS,
        query=ChartTreeQuery,
        response=ChartTreeRead,
        errors=[refusals.BookNotOpened],
    )
    def tree(self, data: dict[str, Any]) -> ChartTree:
        """All accounts as a tree, with what stands on them when the day `end` begins rolled up."""
        return selectors.tree_for(self.principal, **data)


class JournalEntryResource(Resource):
    """Journal entries: balanced, immutable, corrected only by a reversal."""

    plural = "journal-entries"
    prefix = "jen"
    tag = "ledger"
    rows = staticmethod(selectors.entries_for)
    read = JournalEntryRead
    writes = {"create": JournalEntryCreate}
    services = {"create": services.post_entry}
    permissions = {
        "list": rights.VIEW_ENTRIES,
        "retrieve": rights.VIEW_ENTRIES,
        "create": rights.POST_ENTRIES,
    }
    filters = JournalEntryFilters
    sort = ("created_at", "at")
    errors = {
        "create": [
            refusals.EntryUnbalanced,
            refusals.EntryAmountInvalid,
            refusals.EntryCurrencyMismatch,
            refusals.EntryInFuture,
            refusals.EntryTooOld,
            refusals.PeriodClosed,
            refusals.LedgerAccountNotUsable,
            refusals.LedgerAccountIsHeading,
            refusals.LedgerAccountKeptByDocuments,
            refusals.UnitNotFound,
            refusals.BookNotOpened,
        ]
    }
    reread = False

    @action(
        "reversals",
        permission=rights.REVERSE_ENTRIES,
        request=ReversalCreate,
        response=JournalEntryRead,
        status=201,
        errors=[
            refusals.EntryAlreadyReversed,
            refusals.EntryOfDocument,
            refusals.ReversalNotReversible,
            refusals.ReversalTooEarly,
            refusals.EntryInFuture,
            refusals.PeriodClosed,
            refusals.LedgerAccountNotUsable,
        ],
    )
    def reverse(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """Takes an entry that was made by hand back by one with the sides swapped; an entry is reversed once."""
        return services.reverse_entry(principal=self.principal, entry_id=id, **data)

    def allowed_actions(self, row: Any) -> list[str]:
        """`reverse`, where the entry can be and the caller may."""
        posting = getattr(row, "posting", None)
        open_to_reversal = (
            posting is not None
            and services.by_hand(posting.key)
            and posting.reverses_id is None
            and getattr(posting, "reversed_by", None) is None
        )
        return ["reverse"] if open_to_reversal and self.may(rights.REVERSE_ENTRIES, row) else []

    def over(self, row: Any) -> dict[str, uuid.UUID | None]:
        """An entry of the head office is of no branch."""
        return {"branch": None if row.entity_unit_id == row.ledger.entity_id else row.entity_unit_id}


class ReportResource(Resource):
    """Financial statements, from balances that the database keeps."""

    plural = "reports"
    prefix = "rpt"
    tag = "ledger"

    def _statement(self, kind: StatementKind, data: dict[str, Any]) -> Statement:
        return selectors.statement_for(self.principal, kind, **data)

    @action(
        "trial-balance",
        detail=False,
        method="GET",
        permission=rights.VIEW_REPORTS,
        query=StatementQuery,
        response=TrialBalanceCompared,
        errors=[refusals.BookNotOpened, refusals.SpanInvalid],
    )
    def trial_balance(self, data: dict[str, Any]) -> Statement:
        """Each account's balance before a span, its turnover within it, and its balance after."""
        return self._statement(StatementKind.TRIAL_BALANCE, data)

    @action(
        "balance-sheet",
        detail=False,
        method="GET",
        permission=rights.VIEW_REPORTS,
        query=BalanceSheetQuery,
        response=BalanceSheetCompared,
        errors=[refusals.BookNotOpened],
    )
    def balance_sheet(self, data: dict[str, Any]) -> Statement:
        """What the business has and owes when the day `end` begins."""
        return self._statement(StatementKind.BALANCE_SHEET, data)

    @action(
        "profit-and-loss",
        detail=False,
        method="GET",
        permission=rights.VIEW_REPORTS,
        query=StatementQuery,
        response=ProfitAndLossCompared,
        errors=[refusals.BookNotOpened, refusals.SpanInvalid],
    )
    def profit_and_loss(self, data: dict[str, Any]) -> Statement:
        """What the business earned and spent in a span."""
        return self._statement(StatementKind.PROFIT_AND_LOSS, data)

    @action(
        "cash-flow",
        detail=False,
        method="GET",
        permission=rights.VIEW_REPORTS,
        query=SpanQuery,
        response=CashFlowCompared,
        errors=[refusals.BookNotOpened, refusals.SpanInvalid],
    )
    def cash_flow(self, data: dict[str, Any]) -> Statement:
        """What moved on the cash accounts in a span, by what it was for."""
        return self._statement(StatementKind.CASH_FLOW, data)

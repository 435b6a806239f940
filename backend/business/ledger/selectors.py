"""Reads of the books for a caller."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection
from django.db.models import BigIntegerField, Exists, F, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.expressions import RawSQL
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Length, Substr
from django.utils.translation import get_language
from django_ledger.models import AccountModel, JournalEntryModel, TransactionModel

from backend.business.ledger import chart, permissions, roles, scale, statements, tree
from backend.business.ledger.book import CHART_SLUG, LEDGER_XID, current_book
from backend.business.ledger.errors import (
    LedgerAccountEarnsNothing,
    LedgerAccountIsHeading,
    LedgerAccountNotUsable,
    SpanInvalid,
)
from backend.business.ledger.models import Posting
from backend.business.ledger.places import ABOVE, STEP
from backend.business.ledger.types import (
    Activity,
    Book,
    ChartTree,
    Foreign,
    PostedEntry,
    PostedLeg,
    Side,
    Statement,
    StatementKind,
)
from backend.kernel.errors import ReferenceNotFound
from backend.kernel.money import Money
from backend.kernel.money import currency as currency_of
from backend.kernel.permissions import Principal, scoped

MAX_ENTRIES = 500

_TAKES_ENTRIES = """
SELECT FROM django_ledger_accountmodel a JOIN django_ledger_chartofaccountmodel c ON c.uuid = a.coa_model_id
WHERE c.slug = %s AND a.code = %s AND a.active AND NOT a.locked AND a.role NOT LIKE 'root%%'
FOR KEY SHARE OF a
"""

_EARNS = """
SELECT a.locked, a.active, a.role, a.balance_type
FROM django_ledger_accountmodel a JOIN django_ledger_chartofaccountmodel c ON c.uuid = a.coa_model_id
WHERE c.slug = %s AND a.code = %s AND a.role NOT LIKE 'root%%'
FOR KEY SHARE OF a
"""


def accounts_for(principal: Principal) -> QuerySet[Any]:
    """The accounts of the chart that a caller may see: all, or none without `ledger.account.view`.

    Rows carry `created_at`, `updated_at`, `used` (whether there are entries), `parent_id` (the heading they stand
    beneath, None right beneath their kind), `level`, `heading`, and `version`, which is made of the row's own
    transaction: the library's table has no column for one.
    """
    rows = AccountModel._base_manager.filter(coa_model__slug=CHART_SLUG).exclude(role__startswith="root")
    if not principal.allows(permissions.VIEW_ACCOUNTS):
        return rows.none()
    return rows.annotate(above=Substr("path", 1, Length("path") - STEP)).annotate(
        created_at=F("created"),
        updated_at=F("updated"),
        used=Exists(TransactionModel._base_manager.filter(account_id=OuterRef("pk"))),
        parent_id=Subquery(
            AccountModel._base_manager.filter(path=OuterRef("above"), depth__gt=ABOVE).values("pk")[:1]
        ),
        level=F("depth") - ABOVE,
        heading=F("locked"),
        # Nine digits, as the ETags of all resources have at most.
        version=RawSQL(
            'mod("django_ledger_accountmodel".xmin::text::bigint, 999999999) + 1',
            (),
            output_field=BigIntegerField(),
        ),
    )


def account_exists(code: str) -> bool:
    """Whether entries can be posted to the account with this code, which stays so until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute(_TAKES_ENTRIES, [CHART_SLUG, code])
        return cursor.fetchone() is not None


def check_earning_account(code: str, *, pointer: str) -> None:
    """Refuses an account that what is sold cannot earn on; one that it can stays so until the transaction ends.

    Raises ReferenceNotFound where the chart has no such account, LedgerAccountIsHeading, LedgerAccountNotUsable for
    one that is not in use, and LedgerAccountEarnsNothing for one of another kind or kept by its documents alone.
    """
    with connection.cursor() as cursor:
        cursor.execute(_EARNS, [CHART_SLUG, code])
        found = cursor.fetchone()
    if found is None:
        raise ReferenceNotFound(reference=f"account {code}", pointer=pointer)
    heading, active, role, side = found
    if heading:
        raise LedgerAccountIsHeading(account=code, pointer=pointer)
    if not active:
        raise LedgerAccountNotUsable(account=code, pointer=pointer)
    if code in chart.CONTROL or side != Side.CREDIT.value or not roles.earns(role):
        raise LedgerAccountEarnsNothing(account=code, pointer=pointer)


def is_money_account(code: str) -> bool:
    """Whether the account with this code holds money: cash, a bank account, what a card terminal is to pay out."""
    return bool(
        AccountModel._base_manager.filter(
            coa_model__slug=CHART_SLUG, code=code, role=roles.CASH, locked=False
        ).exists()
    )


def units_of(keys: Iterable[str]) -> dict[str, uuid.UUID | None]:
    """The branches in whose books entries were posted, by the entries' keys; None is the head office."""
    rows = Posting.objects.filter(key__in=list(keys)).values_list(
        "key", "entry__entity_unit_id", "entry__ledger__entity_id"
    )
    # The head office's unit has the book's own id.
    return {key: None if unit == book else unit for key, unit, book in rows}


def _entry_rows() -> QuerySet[Any]:
    # The library's own manager joins and groups by all legs.
    legs = (
        TransactionModel._base_manager.select_related("account", "foreign")
        .annotate(book_currency=KeyTextTransform("currency", "journal_entry__ledger__entity__meta"))
        .order_by("pk")
    )
    return (
        JournalEntryModel._base_manager.filter(ledger__ledger_xid=LEDGER_XID, posted=True)
        .select_related("posting__reversed_by", "ledger__entity")
        .prefetch_related(Prefetch("transactionmodel_set", queryset=legs, to_attr="legs"))
        .annotate(at=F("timestamp"), created_at=F("created"), number=F("je_number"))
    )


def entries_for(principal: Principal) -> QuerySet[Any]:
    """The posted entries that a caller may see: those of the branches that `ledger.entry.view` reaches.

    Rows carry `at`, `number`, `created_at`, `legs` with their `account` and `book_currency`, and `posting`.
    """
    return scoped(_entry_rows(), principal, permissions.VIEW_ENTRIES, branch="entity_unit_id")


def with_accounts(rows: QuerySet[Any], account_ids: Iterable[uuid.UUID]) -> QuerySet[Any]:
    """The entries of `rows` that have a leg on one of some accounts."""
    legs = TransactionModel._base_manager.filter(
        journal_entry_id=OuterRef("pk"), account_id__in=list(account_ids)
    )
    return rows.filter(Exists(legs))


def entry_row(entry_id: uuid.UUID) -> Any:
    """A posted entry as `entries_for` selects it, whoever asks."""
    return _entry_rows().get(pk=entry_id)


def statement_for(
    principal: Principal,
    kind: StatementKind,
    *,
    start: date | None = None,
    end: date | None = None,
    branch: uuid.UUID | None = None,
    compare_start: date | None = None,
    compare_end: date | None = None,
    headings: bool = False,
) -> Statement:
    """A statement, for a caller whose `ledger.report.view` covers the branch, or everything without one.

    `headings` puts the sums of the chart's headings among the lines.
    With `compare_start` or `compare_end` it has the same statement over that span beside it. What is left out of
    the two is as for the statement itself, but the span ends at the latest where the statement begins. Raises
    PermissionDenied and what `statements.statement` raises.
    """
    principal.require_over(permissions.VIEW_REPORTS, branch=branch)
    made = statements.statement(kind, start=start, end=end, unit=branch)
    if headings:
        made = tree.with_headings(made)
    if compare_start is None and compare_end is None:
        return made
    until = compare_end or made.start or made.end
    if compare_start is not None and compare_start > until:
        raise SpanInvalid(pointer="?compare_end")
    other = statements.statement(kind, start=compare_start, end=until, unit=branch)
    return replace(made, comparison=tree.with_headings(other) if headings else other)


def tree_for(principal: Principal, *, end: date | None = None, branch: uuid.UUID | None = None) -> ChartTree:
    """The chart as a tree with its balances, for a caller whose `ledger.report.view` covers the branch.

    Raises PermissionDenied and what `tree.chart_tree` raises.
    """
    principal.require_over(permissions.VIEW_REPORTS, branch=branch)
    return tree.chart_tree(end=end, unit=branch)


def entries(
    *,
    keys: Sequence[str] | None = None,
    subject_id: uuid.UUID | None = None,
    account: str | None = None,
    unit: uuid.UUID | None = None,
    start: date | None = None,
    end: date | None = None,
    after: uuid.UUID | None = None,
    limit: int = 100,
) -> list[PostedEntry]:
    """Posted entries in the order of their posting, at most `limit` (up to 500).

    Narrowed by keys, subject, account code, unit and days [start, end) of the book's time zone; `after` is
    the id of the last entry of the page before. Raises BookNotOpened.
    """
    book = current_book()
    rows = _entry_rows()
    if keys is not None:
        rows = rows.filter(posting__key__in=list(keys))
    if subject_id is not None:
        rows = rows.filter(posting__subject_id=subject_id)
    if account is not None:
        legs = TransactionModel._base_manager.filter(journal_entry_id=OuterRef("pk"), account__code=account)
        rows = rows.filter(Exists(legs))
    if unit is not None:
        rows = rows.filter(entity_unit_id=unit)
    if start is not None:
        rows = rows.filter(timestamp__gte=_midnight(book, start))
    if end is not None:
        rows = rows.filter(timestamp__lt=_midnight(book, end))
    if after is not None:
        rows = rows.filter(pk__gt=after)
    return [posted(row) for row in rows.order_by("pk")[: min(limit, MAX_ENTRIES)]]


def _midnight(book: Book, day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=ZoneInfo(book.timezone))


def posted(row: Any) -> PostedEntry:
    """An entry's row, as `entries_for` selects it, as a value."""
    language = get_language() or "en"
    posting = getattr(row, "posting", None)
    reversal = getattr(posting, "reversed_by", None) if posting else None
    legs = []
    for leg in row.legs:
        foreign = getattr(leg, "foreign", None)
        legs.append(
            PostedLeg(
                leg.uuid,
                leg.account_id,
                leg.account.code,
                chart.display_name(leg.account.code, leg.account.name, language),
                Side(leg.tx_type),
                scale.from_column(leg.amount, currency_of(leg.book_currency)),
                leg.description or "",
                Foreign(Money.of(foreign.amount, foreign.currency), foreign.rate) if foreign else None,
            )
        )
    book_id = row.ledger.entity_id
    return PostedEntry(
        id=row.uuid,
        number=row.je_number,
        key=posting.key if posting else "",
        at=row.timestamp,
        posted_at=posting.posted_at if posting else row.created,
        description=row.description or "",
        unit=None if row.entity_unit_id == book_id else row.entity_unit_id,
        activity=Activity(row.activity.partition("_")[0]) if row.activity else None,
        subject_type=posting.subject_type if posting else "",
        subject_id=posting.subject_id if posting else None,
        reverses=posting.reverses_id if posting else None,
        reversed_by=reversal.entry_id if reversal else None,
        legs=tuple(legs),
    )

"""Changes to the books that a person asks for."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection
from django_ledger.models import AccountModel, EntityModel

from backend.business.ledger import errors, permissions, posting, selectors
from backend.business.ledger.book import BOOK_SLUG, current_book
from backend.business.ledger.chart import CONTROL
from backend.business.ledger.models import Posting
from backend.business.ledger.types import Entry, Leg, Side
from backend.kernel import clock
from backend.kernel.db import advisory_lock, transaction
from backend.kernel.errors import ReferenceNotFound, ResourceNotFound
from backend.kernel.ids import encode, new_id
from backend.kernel.permissions import Principal

BY_HAND = "manual:"
"""What the keys of entries begin with that a person made, and no document."""


def by_hand(key: str) -> bool:
    """Whether the entry with this key was made by a person."""
    return key.startswith(BY_HAND)


def post_entry(
    *,
    principal: Principal,
    description: str,
    legs: Sequence[Mapping[str, Any]],
    at: datetime | None = None,
    branch: uuid.UUID | None = None,
) -> Any:
    """Posts an entry by hand. `legs` have `account` (an id), `side`, `amount` and perhaps `memo`.

    A control account is left to its documents, or the two would differ for good. Raises PermissionDenied (the
    branch is not in the caller's scope; the head office needs all), ReferenceNotFound,
    LedgerAccountKeptByDocuments and what `posting.post` raises. Each call posts: the idempotency key of the request
    keeps a retry from doing so twice.
    """
    principal.require_over(permissions.POST_ENTRIES, branch=branch)
    with transaction():
        wanted = {leg["account"] for leg in legs}
        codes = dict(
            AccountModel._base_manager.filter(pk__in=wanted, coa_model_id=current_book().chart_id)
            .exclude(role__startswith="root")
            .values_list("pk", "code")
        )
        for index, leg in enumerate(legs):
            pointer = f"/legs/{index}/account"
            if leg["account"] not in codes:
                raise ReferenceNotFound(reference=f"account {encode('acc', leg['account'])}", pointer=pointer)
            if codes[leg["account"]] in CONTROL:
                raise errors.LedgerAccountKeptByDocuments(account=codes[leg["account"]], pointer=pointer)
        entry = Entry(
            key=f"{BY_HAND}{new_id().hex}",
            at=at or clock.now(),
            description=description,
            legs=tuple(
                Leg(codes[leg["account"]], Side(leg["side"]), leg["amount"], leg.get("memo", ""))
                for leg in legs
            ),
            unit=branch,
        )
        return selectors.entry_row(posting.post([entry])[0])


def reverse_entry(
    *, principal: Principal, entry_id: uuid.UUID, reason: str, at: datetime | None = None
) -> Any:
    """Takes an entry that was made by hand back by one with the sides swapped, and returns that one.

    An entry of a document (a payment, an order's revenue, points) stays as long as the document says the same:
    without it the books would contradict the document, whose key posts once. An entry that an earlier release let
    somebody make on a control account is taken back like any other: that mends the account. Raises PermissionDenied,
    ResourceNotFound, EntryAlreadyReversed, EntryOfDocument and what `posting.reverse` raises. Locks the entry's
    reversal: of several at once one is done, the others are refused.
    """
    principal.require(permissions.REVERSE_ENTRIES)
    with transaction():
        row = selectors.entries_for(principal).filter(pk=entry_id).first()
        if row is None or getattr(row, "posting", None) is None:
            raise ResourceNotFound()
        unit = None if row.entity_unit_id == row.ledger.entity_id else row.entity_unit_id
        principal.require_over(permissions.REVERSE_ENTRIES, branch=unit)
        advisory_lock("ledger.reversal", entry_id)
        if Posting.objects.filter(reverses_id=entry_id).exists():
            raise errors.EntryAlreadyReversed(number=row.je_number)
        if row.posting.reverses_id is None and not by_hand(row.posting.key):
            raise errors.EntryOfDocument(number=row.je_number)
        return selectors.entry_row(posting.reverse(row.posting.key, reason=reason, at=at))


def close_period(*, through: date, principal: Principal | None = None) -> None:
    """Closes the books through a day: nothing can be posted up to its end any more.

    Days are of the book's time zone. Waits for postings that are being committed. Raises PermissionDenied,
    BookNotOpened, PeriodInFuture for a day that is not over, PeriodClosed where a later day is closed
    already. A retry changes nothing.
    """
    if principal is not None:
        principal.require_over(permissions.CLOSE_PERIODS)
    with transaction():
        book = _locked()
        if through >= clock.today(book.meta["timezone"]):
            raise errors.PeriodInFuture(day=through.isoformat())
        closed = book.last_closing_date
        if closed is not None and closed > through:
            raise errors.PeriodClosed(through=closed.isoformat())
        if closed != through:
            # What this transaction has posted so far is judged by the period as it still is.
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ledger_entry_check IMMEDIATE")
                cursor.execute("SET CONSTRAINTS ledger_entry_check DEFERRED")
            EntityModel._base_manager.filter(pk=book.pk).update(
                last_closing_date=through, updated=clock.now()
            )


def reopen_period(*, since: date, principal: Principal | None = None) -> None:
    """Opens the books again from a day on: what was closed before it stays closed.

    Raises PermissionDenied, BookNotOpened, and PeriodNotClosed where the day is open.
    """
    if principal is not None:
        principal.require_over(permissions.CLOSE_PERIODS)
    with transaction():
        book = _locked()
        closed = book.last_closing_date
        if closed is None or closed < since:
            raise errors.PeriodNotClosed(day=since.isoformat())
        EntityModel._base_manager.filter(pk=book.pk).update(
            last_closing_date=since - timedelta(days=1), updated=clock.now()
        )


def _locked() -> Any:
    book = EntityModel._base_manager.select_for_update().filter(slug=BOOK_SLUG).first()
    if book is None:
        raise errors.BookNotOpened()
    return book

"""Changes to the books that a person asks for."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection
from django_ledger.models import AccountModel, EntityModel, TransactionModel

from backend.business.ledger import errors, permissions, posting, roles, selectors
from backend.business.ledger.book import BOOK_SLUG, current_book, insert_account
from backend.business.ledger.models import Posting
from backend.business.ledger.types import Entry, Leg, Side
from backend.kernel import clock
from backend.kernel.db import advisory_lock, transaction
from backend.kernel.errors import ReferenceNotFound, ResourceNotFound, VersionMismatch
from backend.kernel.ids import encode, new_id
from backend.kernel.permissions import Principal

BY_HAND = "manual:"
"""What the keys of entries begin with that a person made, and no document."""


def by_hand(key: str) -> bool:
    """Whether the entry with this key was made by a person."""
    return key.startswith(BY_HAND)


def create_account(*, principal: Principal, code: str, name: str, role: str, side: Side | str) -> Any:
    """Adds an account to the chart, and returns it.

    `role` is one of django-ledger's. Raises PermissionDenied, LedgerAccountExists,
    LedgerAccountCodeMismatch, BookNotOpened. A retry is refused as the code is there.
    """
    principal.require(permissions.MANAGE_ACCOUNTS)
    _check_code(code, role)
    with transaction():
        advisory_lock("ledger.book")
        book = current_book()
        accounts = AccountModel._base_manager.filter(coa_model_id=book.chart_id)
        if accounts.filter(code=code).exists():
            raise errors.LedgerAccountExists(account=code, pointer="/code")
        identity = insert_account(book, code=code, name=name, role=role, side=Side(side))
        return selectors.accounts_for(principal).get(pk=identity)


def update_account(
    *,
    principal: Principal,
    id: uuid.UUID,
    expected_version: int | None = None,
    name: str | None = None,
    active: bool | None = None,
    code: str | None = None,
) -> Any:
    """Renames an account, takes it out of use or back, or gives one without entries another code.

    Raises PermissionDenied, ResourceNotFound, VersionMismatch, LedgerAccountInUse, LedgerAccountExists,
    LedgerAccountCodeMismatch. A retry changes nothing.
    """
    principal.require(permissions.MANAGE_ACCOUNTS)
    with transaction():
        advisory_lock("ledger.book")
        account = selectors.accounts_for(principal).filter(pk=id).first()
        if account is None:
            raise ResourceNotFound()
        if expected_version is not None and expected_version != account.version:
            raise VersionMismatch(version=account.version)
        changes: dict[str, Any] = {}
        if name is not None:
            changes["name"] = name
        if active is not None:
            changes["active"] = active
        if code is not None and code != account.code:
            _check_code(code, account.role)
            if TransactionModel._base_manager.filter(account_id=id).exists():
                raise errors.LedgerAccountInUse(account=account.code, pointer="/code")
            if AccountModel._base_manager.filter(coa_model_id=account.coa_model_id, code=code).exists():
                raise errors.LedgerAccountExists(account=code, pointer="/code")
            changes["code"] = code
        if changes:
            AccountModel._base_manager.filter(pk=id).update(**changes, updated=clock.now())
        return selectors.accounts_for(principal).get(pk=id)


def _check_code(code: str, role: str) -> None:
    if role not in roles.ROLES:
        raise ReferenceNotFound(reference=role, pointer="/role")
    if not code.startswith(roles.digit(role)):
        raise errors.LedgerAccountCodeMismatch(role=role, digit=roles.digit(role), pointer="/code")


def post_entry(
    *,
    principal: Principal,
    description: str,
    legs: Sequence[Mapping[str, Any]],
    at: datetime | None = None,
    branch: uuid.UUID | None = None,
) -> Any:
    """Posts an entry by hand. `legs` have `account` (an id), `side`, `amount` and perhaps `memo`.

    Raises PermissionDenied (the branch is not in the caller's scope; the head office needs all),
    ReferenceNotFound and what `posting.post` raises. Each call posts: the idempotency key of the request
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
            if leg["account"] not in codes:
                raise ReferenceNotFound(
                    reference=f"account {encode('acc', leg['account'])}", pointer=f"/legs/{index}/account"
                )
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
    without it the books would contradict the document, whose key posts once. Raises PermissionDenied,
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

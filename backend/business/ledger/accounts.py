"""Changes to the chart of accounts that a person asks for."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import connection
from django_ledger.models import AccountModel, TransactionModel

from backend.business.ledger import errors, permissions, places, roles, scale, selectors, uses
from backend.business.ledger.book import current_book
from backend.business.ledger.types import Book, Side
from backend.kernel import clock
from backend.kernel.db import advisory_lock, transaction
from backend.kernel.errors import ReferenceNotFound, ResourceNotFound, VersionMismatch
from backend.kernel.money import Money
from backend.kernel.money import currency as currency_of
from backend.kernel.permissions import Principal

_LOCK = "SELECT FROM django_ledger_accountmodel WHERE uuid = %s FOR UPDATE"
_STANDING = """
SELECT coalesce(sum(debit - credit), 0) FROM ledger_balance
WHERE account_id = %s AND (%s::date IS NULL OR day >= %s::date)
"""


def create_account(
    *,
    principal: Principal,
    code: str,
    name: str,
    role: str,
    side: Side | str,
    parent: uuid.UUID | None = None,
    heading: bool = False,
) -> Any:
    """Adds an account to the chart, beneath a heading or right beneath its kind, and returns it.

    `role` is one of django-ledger's. A `heading` takes no entries. Raises PermissionDenied,
    LedgerAccountExists, LedgerAccountCodeMismatch, ReferenceNotFound, LedgerParentNotHeading,
    LedgerParentKindDiffers, LedgerAccountTooDeep, BookNotOpened. A retry is refused as the code is there.
    """
    principal.require(permissions.MANAGE_ACCOUNTS)
    _check_code(code, role)
    with transaction():
        advisory_lock("ledger.book")
        book = current_book()
        if places.chart_rows(book).filter(code=code).exists():
            raise errors.LedgerAccountExists(account=code, pointer="/code")
        above = places.place_for(book, parent, role)
        identity = places.insert_account(
            book, code=code, name=name, role=role, side=Side(side), above=above, heading=heading
        )
        return selectors.accounts_for(principal).get(pk=identity)


def update_account(
    *, principal: Principal, id: uuid.UUID, expected_version: int | None = None, **changes: Any
) -> Any:
    """Renames an account, moves it (`parent`, null for right beneath its kind), takes it out of use or back.

    One without entries also gets another `code`, `role` or `side`, or becomes a `heading` or none; `default=True`
    makes it the default of its role instead of the one that is. Where the role changes the kind, the account
    stands right beneath the new kind unless `parent` says otherwise. Raises PermissionDenied, ResourceNotFound,
    VersionMismatch, ReferenceNotFound; LedgerAccountInUse, LedgerAccountHasEntries, LedgerAccountHasChildren,
    LedgerAccountHasBalance, LedgerAccountReferenced for what the account's use forbids; LedgerAccountExists,
    LedgerAccountCodeMismatch, LedgerParentNotHeading, LedgerParentKindDiffers, LedgerAccountCycle,
    LedgerAccountTooDeep. Locks the book, and where the use changes the account, which waits for entries that are
    being posted to it. A retry changes nothing.
    """
    principal.require(permissions.MANAGE_ACCOUNTS)
    with transaction():
        advisory_lock("ledger.book")
        account = selectors.accounts_for(principal).filter(pk=id).first()
        if account is None:
            raise ResourceNotFound()
        if expected_version is not None and expected_version != account.version:
            raise VersionMismatch(version=account.version)
        book = current_book()
        held = {
            "name": account.name, "active": account.active, "code": account.code, "role": account.role,
            "side": account.balance_type, "heading": account.locked, "parent": account.parent_id,
            "default": bool(account.role_default),
        }  # fmt: skip
        changed = {field: value for field, value in changes.items() if held[field] != value}
        if changed.keys() & {"active", "code", "role", "side", "heading"}:
            with connection.cursor() as cursor:
                cursor.execute(_LOCK, [id])
            _check_use(account, changed, book)
        above = _place(account, changed, book)
        if changed.get("default"):
            _take_default(account, changed.get("role", account.role), book)
        columns = {"side": "balance_type", "heading": "locked"}
        fields = {
            columns.get(field, field): value
            for field, value in changed.items()
            if field not in ("parent", "default")
        }
        if "default" in changed:
            # The library's unique constraint wants null, not false.
            fields["role_default"] = changed["default"] or None
        if above is not None and roles.digit(changed.get("role", account.role)) != roles.digit(account.role):
            # At once with the role, which the old place does not go with. Nothing is beneath.
            places.check_depth(above, 1)
            fields |= {"path": places.free_path(book, above), "depth": above.depth + 1}
        elif above is not None:
            places.move_account(book, account, above)
        if changed:
            AccountModel._base_manager.filter(pk=id).update(**fields, updated=clock.now())
        if "path" in fields:
            places.count_children([account.path[: -places.STEP], above.path])
        return selectors.accounts_for(principal).get(pk=id)


def _check_use(account: Any, changed: dict[str, Any], book: Book) -> None:
    """Refuses what the account's entries, children, balance and users forbid. Its row is locked."""
    used = TransactionModel._base_manager.filter(account_id=account.pk).exists()
    beneath = places.chart_rows(book).filter(path__startswith=account.path, depth=account.depth + 1)
    role, code = changed.get("role", account.role), changed.get("code", account.code)
    for field in ("code", "role", "side"):
        if field in changed and used:
            raise errors.LedgerAccountInUse(account=account.code, pointer=f"/{field}")
    if changed.keys() & {"code", "role"}:
        _check_code(code, role)
    if "code" in changed and places.chart_rows(book).filter(code=code).exists():
        raise errors.LedgerAccountExists(account=code, pointer="/code")
    if roles.digit(role) != roles.digit(account.role) and beneath.exists():
        raise errors.LedgerAccountHasChildren(account=account.code, pointer="/role")
    if changed.get("heading") and used:
        raise errors.LedgerAccountHasEntries(account=account.code, pointer="/heading")
    if changed.get("heading") is False and beneath.exists():
        raise errors.LedgerAccountHasChildren(account=account.code, pointer="/heading")
    if changed.get("active") is False:
        if beneath.filter(active=True).exists():
            raise errors.LedgerAccountHasChildren(account=account.code, pointer="/active")
        standing = _standing(account, book)
        if standing:
            raise errors.LedgerAccountHasBalance(
                account=account.code, balance=str(standing), pointer="/active"
            )
    # The other way round (no heading any more, in use again) an account becomes fit for what posts to it.
    lost = {"code": "code" in changed, "role": "role" in changed, "heading": changed.get("heading"),
            "active": changed.get("active") is False}  # fmt: skip
    freed = [field for field, is_lost in lost.items() if is_lost]
    references = uses.references_to(account) if freed else []
    if references:
        raise errors.LedgerAccountReferenced(
            account=account.code, references=", ".join(references), pointer=f"/{freed[0]}"
        )


def _standing(account: Any, book: Book) -> Money:
    """What stands on an account's own side: for income and expenses in the running fiscal year.

    Those are never closed by entries: what they summed to in earlier years is earnings.
    """
    year = clock.today(book.timezone).replace(month=1, day=1) if roles.is_temporary(account.role) else None
    with connection.cursor() as cursor:
        cursor.execute(_STANDING, [account.pk, year, year])
        amount = scale.from_column(cursor.fetchone()[0], currency_of(book.currency))
    return amount if account.balance_type == Side.DEBIT else -amount


def _place(account: Any, changed: dict[str, Any], book: Book) -> Any:
    """The row that the account is to stand beneath now; None where it stays."""
    role = changed.get("role", account.role)
    if "parent" in changed:
        return places.place_for(book, changed["parent"], role)
    if roles.digit(role) != roles.digit(account.role):
        return places.place_for(book, None, role)
    if changed.get("active"):
        # What is taken back into use stands beneath a heading in use.
        places.place_for(book, account.parent_id, role)
    return None


def _take_default(account: Any, role: str, book: Book) -> None:
    """Takes the default of a role from the account that is it."""
    if account.locked:
        raise errors.LedgerAccountIsHeading(account=account.code, pointer="/default")
    if not account.active:
        raise errors.LedgerAccountNotUsable(account=account.code, pointer="/default")
    places.chart_rows(book).filter(role=role, role_default=True).exclude(pk=account.pk).update(
        role_default=None, updated=clock.now()
    )


def _check_code(code: str, role: str) -> None:
    if role not in roles.ROLES:
        raise ReferenceNotFound(reference=role, pointer="/role")
    if not code.startswith(roles.digit(role)):
        raise errors.LedgerAccountCodeMismatch(role=role, digit=roles.digit(role), pointer="/code")

"""Transactions, row locks in one global order, and advisory locks."""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db import transaction as django_transaction
from django.db.models import F, Model, QuerySet
from django.utils.translation import gettext_lazy as _

from backend.kernel import clock, context, locks
from backend.kernel.db.rows import select
from backend.kernel.errors import Unavailable

if TYPE_CHECKING:
    from backend.kernel.tenancy import TenantInfo

Row = TypeVar("Row", bound=Model)


class NoTransaction(RuntimeError):
    """The code needs an open transaction and there is none: a fault of ours, never of a caller."""


class DatabaseBusy(Unavailable):
    """A lock was not to be had in time, or two transactions deadlocked; nothing changed, try again."""

    code = "database_busy"
    message = _("The data is in use just now. Try again.")


def in_transaction() -> bool:
    """Whether a transaction of ours is open on this connection."""
    return bool(getattr(connection, "guildhall_depth", 0))


def require_transaction() -> None:
    """Raises NoTransaction where `transaction()` is not open."""
    if not in_transaction():
        raise NoTransaction("open backend.kernel.db.transaction() first")


@contextmanager
def transaction(*, holding: tuple[str, object] | None = None) -> Iterator[None]:
    """One transaction: everything in the block commits together or not at all.

    Blocks nest by joining: an inner block is part of the outer one, and an error anywhere undoes all.
    The outermost block tells the database who acts (`guildhall.ctx`), which the audit triggers read.
    `holding` is the name and the key of an advisory lock that is taken first, as by `advisory_lock`.
    """
    here: Any = connections[DEFAULT_DB_ALIAS]
    depth = getattr(here, "guildhall_depth", 0)
    if depth:
        here.guildhall_depth = depth + 1
        try:
            if holding is not None:
                advisory_lock(*holding)
            yield
        except BaseException:
            # No savepoint, but mark the outer block for rollback on error: half a service never commits.
            here.needs_rollback = True
            raise
        finally:
            here.guildhall_depth = depth
        return
    with django_transaction.atomic():
        here.guildhall_depth = 1
        here.guildhall_rank = -1
        try:
            facts = context.current().json()
            here.begin_with(
                json.dumps(facts, ensure_ascii=True) if facts else None,
                _number_of(*holding) if holding is not None else None,
            )
            yield
        finally:
            here.guildhall_depth = 0


@dataclass(frozen=True, slots=True)
class _Later:
    """What waits for a commit, and the business that it is for."""

    tenant: TenantInfo | None
    callback: Callable[[], Any]

    def __call__(self) -> None:
        from backend.kernel.tenancy import tenant_context

        if self.tenant is None:
            self.callback()
        else:
            with tenant_context(self.tenant):
                self.callback()


def on_commit(callback: Callable[[], Any], *, once: bool = False) -> None:
    """Runs `callback` after the outermost transaction commits; at once where none is open.

    It runs in the business that is entered now: a transaction of the operator's ends outside of the one that it has
    changed. With `once` an equal callback that waits already, for the same business, is enough.
    """
    from backend.kernel.tenancy import current_or_none

    later = _Later(current_or_none(), callback)
    if once:
        alive = set(connection.savepoint_ids)
        for waiting in connection.run_on_commit:
            # It must not stand in a savepoint that may be undone.
            if waiting[1] == later and waiting[0] <= alive:
                return
    django_transaction.on_commit(later)


def lock_queryset(queryset: QuerySet[Row]) -> list[Row]:
    """Locks the rows of a queryset FOR UPDATE in the order of their keys, and reads them.

    Needs an open transaction. Raises NoTransaction, and RuntimeError where a table of a higher rank
    (see `backend.kernel.locks`) is already locked in this transaction.
    """
    _take_rank(queryset.model)
    return list(queryset.select_for_update(of=("self",)).order_by("pk"))


def lock_where(model: type[Row], condition: str, params: Sequence[Any] = ()) -> list[Row]:
    """The same by a condition of SQL, for hot paths; see `backend.kernel.db.rows`."""
    _take_rank(model)
    return select(model, f"({condition}) ORDER BY id FOR UPDATE", params)


def _take_rank(model: type[Model]) -> None:
    require_transaction()
    rank = locks.rank(model._meta.label)
    held: int = connection.guildhall_rank  # type: ignore[attr-defined]
    if rank < held:
        raise RuntimeError(
            f"{model._meta.label} is locked after {locks.ORDER[held]}: that order can deadlock"
        )
    connection.guildhall_rank = rank  # type: ignore[attr-defined]


def lock(model: type[Row], ids: Iterable[uuid.UUID]) -> list[Row]:
    """Locks the rows of `model` with these ids, in the order of their keys; missing ones are left out."""
    return lock_queryset(model._default_manager.filter(pk__in=set(ids)))


def lock_ids(queryset: QuerySet[Any]) -> list[uuid.UUID]:
    """Locks the rows of a queryset as `lock_queryset` does, and reads their keys only: for rows that may be many."""
    _take_rank(queryset.model)
    return list(queryset.select_for_update(of=("self",)).order_by("pk").values_list("pk", flat=True))


def change_all(model: type[Model], ids: Iterable[uuid.UUID], **values: Any) -> int:
    """Writes the same values to rows that the caller has locked, in one UPDATE, and returns how many there were.

    Where the rows have a version it moves on, as with `Record.save_versioned`.
    """
    if {"version", "updated_at"} <= {field.name for field in model._meta.concrete_fields}:
        values = {**values, "version": F("version") + 1, "updated_at": clock.now()}
    return model._default_manager.filter(pk__in=list(ids)).update(**values)


def advisory_lock(name: str, key: object = "", *, wait: bool = True) -> bool:
    """Takes a lock of this tenant on a name until the transaction ends.

    Returns False where `wait` is off and another holds it. The tenant's role is part of the key, by the database
    (`backend.kernel.tenancy.setup.LOCKS`), so nothing that runs in one business holds another's lock.
    """
    require_transaction()
    number = _number_of(name, key)
    with connection.fixed_cursor() as cursor:  # type: ignore[attr-defined]
        if wait:
            cursor.execute("SELECT public.guildhall_lock(%s)", [number])
            return True
        cursor.execute("SELECT public.guildhall_try_lock(%s)", [number])
        return bool(cursor.fetchone()[0])


def _number_of(name: str, key: object) -> int:
    """32 bits of the name and the key: what PostgreSQL leaves beside the role's."""
    from backend.kernel import tenancy

    digest = hashlib.blake2b(f"{tenancy.schema_name()}:{name}:{key}".encode(), digest_size=4).digest()
    return int.from_bytes(digest, "big", signed=True)

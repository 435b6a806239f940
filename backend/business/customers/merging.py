"""A duplicate is merged into a customer, and a merge is taken back.

The duplicate's row stays with its own particulars: it says whose it is now, and its `merge` what went where. What
names a customer in other domains is moved by these (see `movers`), so balances and points, which are sums of rows,
are those of both afterwards and each one's own again when the merge is taken back.

Locks: the contacts and privacy's locks on both customers; the movers that come first (quotes, people, files); both
customers in the order of their keys; then the other movers. Whoever writes something down for a customer holds the
row, so nothing is added behind the movers' backs.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from backend.business.customers import errors as e
from backend.business.customers import events, selectors
from backend.business.customers import permissions as p
from backend.business.customers.contacts import key_of
from backend.business.customers.models import Customer
from backend.business.customers.movers import Moved, Mover, movers
from backend.business.customers.personal import ERASED
from backend.business.customers.services import derived_columns, event_facts, reached
from backend.business.customers.types import CustomerKind
from backend.kernel import clock, db
from backend.kernel.errors import ReferenceNotFound, ResourceNotFound
from backend.kernel.events import emit
from backend.kernel.ids import encode
from backend.kernel.permissions import PermissionDenied, Principal

MOST = {"contacts": 20, "tags": 50}
"""What one customer may have, as the API takes it."""
_FILLED = ("name", "legal_name", "tax_id")
"""What the survivor takes of the duplicate's where it has none of its own."""


@dataclass(frozen=True, slots=True)
class Merge:
    """A merge that was made or taken back: `moved` counts the rows by what they are."""

    survivor: Customer
    duplicate: Customer
    moved: Mapping[str, int]


def merge_customers(
    *, principal: Principal, id: uuid.UUID, duplicate: uuid.UUID, expected_version: int | None = None
) -> Merge:
    """Merges `duplicate` into the customer `id`: all that names the one names the other from then on.

    The customer takes the duplicate's contacts and tags, and its name and tax number where it has none; what is
    verified stays verified. Points, credit and debts are those of both. The duplicate is merged: it can be seen, and
    nothing can be done for it. Posts nothing: no entry names a customer.

    Raises ResourceNotFound, ReferenceNotFound, PermissionDenied (a customer itself, and who may not over both or over
    what goes along), VersionMismatch, CustomerMergeSelf, CustomerMerged, CustomerMergeChained, CustomerMergeKinds,
    CustomerErased, CustomerInactive, CustomerMergeTooLarge, CustomerMergeCurrency, CustomerMergeBusy, DataHeld,
    CustomerErasureOpen. Emits customer.merged. Locks as the module says. A retry raises CustomerMerged.
    """
    with db.transaction():
        survivor = _reached(principal, id)
        other = selectors.customers_for(principal, p.MERGE).filter(pk=duplicate).first()
        if other is None:
            raise ReferenceNotFound(reference=encode("cus", duplicate), pointer="/duplicate")
        if id == duplicate:
            raise e.CustomerMergeSelf(pointer="/duplicate")
        _check_reach(principal, duplicate)
        _lock_contacts(survivor, other)
        _check(duplicate, id)
        moved: dict[str, Moved] = {one.name: one.move(duplicate, id) for one in movers(first=True)}
        into, gone = _locked(id, duplicate)
        into.check_version(expected_version)
        _check_states(principal, into, gone)
        if any(one.left is not None and one.left(duplicate) for one in movers(first=True)):
            raise e.CustomerMergeBusy()
        moved |= {one.name: one.move(duplicate, id) for one in movers(first=False)}
        moved["customers"] = {"customers": selectors.absorbed_by(duplicate)}
        db.change_all(Customer, moved["customers"]["customers"], merged_into=into)
        taken = _take(into, gone)
        moment = clock.now()
        gone.save_versioned(
            merged_into=into,
            merged_at=moment,
            active=False,
            contact_keys=[],
            merge={"moved": _as_text(moved), "taken": taken, "was_active": gone.active},
        )
        undo_until = gone.undo_until
        assert undo_until is not None
        emit(
            events.CustomerMerged(customer=id, duplicate=duplicate, undo_until=undo_until),
            subject_id=id,
            object_version=into.version,
        )
        return Merge(into, gone, _counts(moved))


def undo_merge(*, principal: Principal, id: uuid.UUID, expected_version: int | None = None) -> Merge:
    """Takes the merge of the customer `id` into another back, within 30 days (`types.UNDO_WITHIN`).

    What had come from it is its own again, to the row, and so is what came since for that and nothing else: a payment
    of its order, the points that the order earned. All else that came since stays with the other. A contact that was
    verified as somebody else's meanwhile stays away.

    Raises ResourceNotFound, PermissionDenied, VersionMismatch, CustomerNotMerged, CustomerMergeExpired,
    CustomerErased, CustomerMergeMixed where money or points of the one were used for the other since,
    CustomerMergeBusy, DataHeld and CustomerErasureOpen. Emits customer.merge_undone. Locks as the module says. A retry
    raises CustomerNotMerged.
    """
    with db.transaction():
        seen = _reached(principal, id)
        if seen.merged_into_id is None:
            raise e.CustomerNotMerged()
        survivor_id = seen.merged_into_id
        survivor = selectors.customers_for(principal, p.MERGE).filter(pk=survivor_id).first()
        if survivor is None:
            raise PermissionDenied(permission=str(p.MERGE))
        _lock_contacts(survivor, seen)
        _check(id, survivor_id)
        record = _from_text(seen.merge)
        assert seen.merged_at is not None, "the database says so too"
        _restore(movers(first=True), record, id, survivor_id, seen.merged_at)
        into, gone = _locked(survivor_id, id)
        gone.check_version(expected_version)
        if (gone.merged_into_id, gone.merged_at) != (survivor_id, seen.merged_at):
            raise e.CustomerMergeBusy()
        if not gone.can_be_undone:
            assert gone.undo_until is not None
            raise e.CustomerMergeExpired(undo_until=gone.undo_until.isoformat())
        if not gone.merge or _is_erased(into):
            raise e.CustomerErased()
        _restore(movers(first=False), record, id, survivor_id, seen.merged_at)
        absorbed = Customer.objects.filter(pk__in=record["customers"]["customers"], merged_into=into)
        db.change_all(Customer, absorbed.values_list("pk", flat=True), merged_into=gone)
        _give_back(into, gone.merge["taken"])
        kept = _free_contacts(gone)
        gone.save_versioned(
            merged_into=None,
            merged_at=None,
            active=gone.merge["was_active"],
            contacts=kept,
            merge={},
            **_derived(gone, contacts=kept),
        )
        emit(
            events.CustomerMergeUndone(customer=survivor_id, duplicate=id),
            subject_id=survivor_id,
            object_version=into.version,
        )
        return Merge(into, gone, _counts(record))


# -- who may, and when ------------------------------------------------------------------------------------


def _reached(principal: Principal, customer_id: uuid.UUID) -> Customer:
    """The customer, within the right to merge, which a customer itself never has."""
    if principal.kind == "customer":
        raise PermissionDenied(permission=str(p.MERGE))
    return reached(principal, customer_id, p.MERGE)


def _check_reach(principal: Principal, duplicate: uuid.UUID) -> None:
    """What goes along must be within the right too: a customer of one branch may have orders in another."""
    scope = principal.require(p.MERGE)
    if scope.everything:
        return
    for one in movers():
        for branch, owner in one.reach(duplicate) if one.reach is not None else ():
            if (
                not scope.covers(principal, branch=branch, customer=duplicate, owner=owner)
                and branch is not None
            ):
                raise PermissionDenied(permission=str(p.MERGE))


def _lock_contacts(*rows: Customer) -> None:
    """As whoever gives a customer a contact does, or signs in by one."""
    keys = {key_of(one) for row in rows for one in row.contacts}
    keys |= {f"telegram:{row.telegram_user_id}" for row in rows if row.telegram_user_id is not None}
    for key in sorted(keys):
        db.advisory_lock("customers.contact", key)


def _check(duplicate: uuid.UUID, survivor: uuid.UUID) -> None:
    for one in movers():
        if one.check is not None:
            one.check(duplicate, survivor)


def _locked(survivor: uuid.UUID, duplicate: uuid.UUID) -> tuple[Customer, Customer]:
    rows = {row.pk: row for row in db.lock(Customer, [survivor, duplicate])}
    if len(rows) < 2:
        raise ResourceNotFound()
    return rows[survivor], rows[duplicate]


def _is_erased(row: Customer) -> bool:
    return row.name == ERASED and not row.active


def _check_states(principal: Principal, survivor: Customer, duplicate: Customer) -> None:
    selectors.refuse_merged(principal, survivor)
    selectors.refuse_merged(principal, duplicate)
    if _is_erased(survivor) or _is_erased(duplicate):
        raise e.CustomerErased()
    if not survivor.active:
        raise e.CustomerInactive()
    kinds = {survivor.kind, duplicate.kind} - {CustomerKind.WALK_IN.value}
    if len(kinds) > 1:
        raise e.CustomerMergeKinds(duplicate=duplicate.kind, survivor=survivor.kind, pointer="/duplicate")
    latest = max(
        (row.undo_until for row in Customer.objects.filter(merged_into=duplicate) if row.can_be_undone),
        default=None,
    )
    if latest is not None:
        raise e.CustomerMergeChained(undo_until=latest.isoformat(), pointer="/duplicate")


# -- the customers' own columns -----------------------------------------------------------------------------


def _take(survivor: Customer, duplicate: Customer) -> dict[str, Any]:
    """Gives the survivor what it lacks of the duplicate's, and answers what that was."""
    proved = {key_of(one) for one in duplicate.contacts if one["verified"]}
    had = {key_of(one): one["verified"] for one in survivor.contacts}
    fresh = [one for one in duplicate.contacts if key_of(one) not in had]
    contacts = [
        {**one, "verified": one["verified"] or key_of(one) in proved} for one in survivor.contacts
    ] + fresh
    tags = sorted({*survivor.tags, *duplicate.tags})
    for what, values in (("contacts", contacts), ("tags", tags)):
        if len(values) > max(MOST[what], len(getattr(survivor, what))):
            raise e.CustomerMergeTooLarge(limit=MOST[what], what=what, pointer="/duplicate")
    filled = {
        name: getattr(duplicate, name)
        for name in _FILLED
        if not (getattr(survivor, name) or "").strip() and (getattr(duplicate, name) or "").strip()
    }
    taken = {
        "contacts": [key_of(one) for one in fresh],
        "verified": [key for key, verified in had.items() if not verified and key in proved],
        "tags": sorted(set(tags) - set(survivor.tags)),
        "filled": filled,
    }
    _write(survivor, contacts=contacts, tags=tags, **filled)
    return taken


def _give_back(survivor: Customer, taken: Mapping[str, Any]) -> None:
    """Takes from the survivor what it had of the duplicate's, unless it was changed since."""
    contacts = [
        {**one, "verified": one["verified"] and key_of(one) not in taken["verified"]}
        for one in survivor.contacts
        if key_of(one) not in taken["contacts"]
    ]
    tags = [tag for tag in survivor.tags if tag not in taken["tags"]]
    empty = {"name": "", "legal_name": None, "tax_id": None}
    filled = {
        name: empty[name]
        for name, value in taken["filled"].items()
        # A name is empty for walk-ins only; one whose kind was corrected since keeps what it has.
        if getattr(survivor, name) == value
        and (name != "name" or survivor.kind == CustomerKind.WALK_IN.value)
    }
    _write(survivor, contacts=contacts, tags=tags, **filled)


def _write(row: Customer, **values: Any) -> None:
    """Writes what changed, with the columns that searches use. The version moves on in any case."""
    changed = {name: value for name, value in values.items() if getattr(row, name) != value}
    row.save_versioned(**changed, **_derived(row, **values))
    if changed:
        emit(
            events.CustomerUpdated(**event_facts(row), changed=sorted(changed)),
            subject_id=row.pk,
            object_version=row.version,
        )


def _derived(row: Customer, **values: Any) -> dict[str, Any]:
    names = ("name", "contacts", "legal_name", "tax_id")
    return derived_columns(**{name: values.get(name, getattr(row, name)) for name in names})


def _free_contacts(row: Customer) -> list[dict[str, Any]]:
    """The contacts that nobody else has shown to be theirs meanwhile."""
    keys = [key_of(one) for one in row.contacts]
    others = Customer.objects.filter(contact_keys__overlap=keys).exclude(pk=row.pk) if keys else ()
    taken = {key_of(one) for other in others for one in other.contacts if one["verified"]}
    return [one for one in row.contacts if key_of(one) not in taken]


# -- the record -------------------------------------------------------------------------------------------


def _restore(
    which: Iterable[Mover],
    record: Mapping[str, Moved],
    duplicate: uuid.UUID,
    survivor: uuid.UUID,
    since: datetime,
) -> None:
    for one in which:
        if one.name in record:
            one.restore(duplicate, survivor, record[one.name], record, since)


def _each(record: Mapping[str, Mapping[str, Sequence[Any]]], act: Callable[[Any], Any]) -> dict[str, Any]:
    return {
        name: {what: [act(key) for key in keys] for what, keys in moved.items()}
        for name, moved in record.items()
    }


def _as_text(record: Mapping[str, Moved]) -> dict[str, Any]:
    return _each(record, str)


def _from_text(kept: Mapping[str, Any]) -> dict[str, Moved]:
    return _each(kept.get("moved", {}), uuid.UUID)


def _counts(record: Mapping[str, Moved]) -> dict[str, int]:
    return {
        what: len(keys)
        for moved in record.values()
        for what, keys in moved.items()
        if keys and not what.startswith("_")
    }

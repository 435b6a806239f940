"""Particulars of an order change: its due time, its priority, its files and notes."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from backend.business.orders import events
from backend.business.orders import permissions as p
from backend.business.orders.errors import OrderClosed
from backend.business.orders.models import Order, OrderNote
from backend.business.orders.selectors import orders_for
from backend.business.orders.services.locking import lock_as_seen
from backend.business.orders.types import StateGroup, Visibility
from backend.business.pricing import facade as pricing
from backend.core.files import facade as files
from backend.core.files.types import FileInfo
from backend.kernel import db
from backend.kernel.errors import ResourceNotFound
from backend.kernel.events import emit
from backend.kernel.ids import encode
from backend.kernel.permissions import Permission, Principal

_CLOSED = (StateGroup.COMPLETED, StateGroup.CANCELLED)


def _visible(principal: Principal, order_id: uuid.UUID, permission: Permission) -> Order:
    order = orders_for(principal).filter(pk=order_id).first()
    if order is None:
        raise ResourceNotFound()
    principal.require_over(
        permission, branch=order.branch_id, customer=order.customer_id, owner=order.created_by_id
    )
    return order


def update_order(
    *, principal: Principal, id: uuid.UUID, expected_version: int | None = None, **changes: Any
) -> Order:
    """Changes an order's due time, priority, comment or metadata; never its price.

    Raises ResourceNotFound, VersionMismatch, PermissionDenied, OrderClosed, OrderMoved. Emits order.updated where
    anything changed. Locks the order. A retry changes nothing.
    """
    with db.transaction():
        order = lock_as_seen(_visible(principal, id, p.UPDATE))
        order.check_version(expected_version)
        if order.state_group in _CLOSED and set(changes) - {"metadata", "comment"}:
            raise OrderClosed()
        changed = {name: value for name, value in changes.items() if getattr(order, name) != value}
        if changed:
            order.save_versioned(**changed)
            _updated(order, sorted(changed))
        return order


def attach_order_files(
    *,
    principal: Principal,
    order_id: uuid.UUID,
    file_ids: Sequence[uuid.UUID],
    expected_version: int | None = None,
) -> Order:
    """Adds files to an order; those that it has already stay.

    Raises ResourceNotFound, PermissionDenied, VersionMismatch, OrderMoved, Invalid where a customer's files have
    more pages than it ordered, and what files refuses. Emits order.updated. Locks the files, then the order. A
    retry changes nothing, but with the version of before it is told that there is a later one.
    """
    with db.transaction():
        seen = _visible(principal, order_id, p.UPDATE)
        infos = files.attach(
            principal=principal,
            file_ids=list(file_ids),
            subject_type="order",
            subject_id=order_id,
            customer_id=seen.customer_id,
            branch_id=seen.branch_id,
        )
        order = lock_as_seen(seen)
        order.check_version(expected_version)
        fresh = [str(info.id) for info in infos if str(info.id) not in order.file_ids]
        if fresh:
            _check_pages(principal, order, infos)
            order.save_versioned(file_ids=[*order.file_ids, *fresh])
            _updated(order, ["files"])
        return order


def _check_pages(principal: Principal, order: Order, added: Sequence[FileInfo]) -> None:
    """What a customer adds is within the pages that it pays for, with what it sent before."""
    lines = list(order.lines.all())
    named = {file for line in lines for file in line.details.get("files", ())}
    found = {file.id: file for file in [*files.files_of("order", order.pk), *added]}
    pricing.check_cover(
        principal=principal,
        lines=[
            pricing.PagedLine(
                pointer="/files",
                kind=line.kind,
                unit=line.unit,
                pages=line.details.get("pages"),
                has_files=bool(line.details.get("files")),
            )
            for line in lines
        ],
        loose=[file for file in found.values() if encode("fil", file.id) not in named],
    )


def add_note(
    *, principal: Principal, order_id: uuid.UUID, text: str, visibility: str = Visibility.INTERNAL
) -> OrderNote:
    """Adds a note; a customer's is visible to the customer.

    Raises ResourceNotFound, PermissionDenied. Emits order.note_added. Only its Idempotency-Key tells a
    retry apart.
    """
    with db.transaction():
        order = _visible(principal, order_id, p.ADD_NOTES)
        seen = Visibility.CUSTOMER if principal.kind == "customer" else Visibility(visibility)
        note = OrderNote.objects.create(
            order_id=order_id, visibility=seen, text=text, author_id=principal.user_id
        )
        emit(
            events.OrderNoteAdded(order=order_id, note=note.pk, visibility=seen),
            subject_id=order_id,
            object_version=order.version,
        )
        return note


def _updated(order: Order, changed: list[str]) -> None:
    emit(
        events.OrderUpdated(order=order.pk, number=order.number, changed=changed),
        subject_id=order.pk,
        object_version=order.version,
    )

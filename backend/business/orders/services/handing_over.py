"""An order goes from one branch to another: at once, or when the other branch takes it.

What a scope reaches follows the order's branch, so a hand-over moves the work: the order, its files and what is
still to be earned with it. What has happened stays where it happened: payments, journal entries, the number.
"""

from __future__ import annotations

import uuid
from datetime import datetime

from backend.business.orders import events
from backend.business.orders import permissions as p
from backend.business.orders.errors import (
    HandOverNotPending,
    HandOverPending,
    HandOverSameBranch,
    OrderClosed,
)
from backend.business.orders.models import Order, OrderTransition
from backend.business.orders.offers import offer_of, orders_to_hand_over
from backend.business.orders.selectors import orders_for, over
from backend.business.orders.services.locking import lock_as_seen
from backend.business.orders.types import HandOver, HandOverDecision, HandOverStatus, StateGroup
from backend.business.organizations import facade as organizations
from backend.business.payments import facade as payments
from backend.core.files import facade as files
from backend.kernel import clock, db
from backend.kernel.api.serializers import json_value
from backend.kernel.errors import ResourceNotFound
from backend.kernel.events import emit
from backend.kernel.permissions import Principal

_CLOSED = (StateGroup.COMPLETED, StateGroup.CANCELLED)
_NAMES = {
    HandOverStatus.OFFERED: "offer_hand_over",
    HandOverStatus.HANDED_OVER: "hand_over",
    HandOverStatus.DECLINED: "decline_hand_over",
    HandOverStatus.WITHDRAWN: "withdraw_hand_over",
    HandOverStatus.CLOSED: "close_hand_over",
}


def hand_over_order(
    *,
    principal: Principal,
    order_id: uuid.UUID,
    branch: uuid.UUID,
    reason: str,
    expected_version: int | None = None,
) -> tuple[Order, HandOver]:
    """Hands an order over to another branch: at once where the caller may take it there, else the branch is asked.

    Raises ResourceNotFound, PermissionDenied, VersionMismatch, ReferenceNotFound and BranchClosed for the branch,
    HandOverSameBranch, HandOverPending, OrderClosed, and OrderMoved where the order has just gone elsewhere. Emits
    order.handed_over or order.hand_over_offered. Locks the order's files, the order, then what payments locks. A
    retry raises HandOverSameBranch or HandOverPending.
    """
    with db.transaction():
        seen = orders_for(principal).filter(pk=order_id).first()
        if seen is None:
            raise ResourceNotFound()
        principal.require_over(p.HAND_OVER, **over(seen))
        organizations.branch_facts(branch)
        at_once = principal.allows_over(p.HAND_OVER, branch=branch)
        if at_once:
            files.move(subject_type="order", subject_id=order_id, branch_id=branch)
        order = lock_as_seen(seen)
        order.check_version(expected_version)
        if order.state_group in _CLOSED:
            raise OrderClosed()
        if order.offered_branch_id is not None:
            raise HandOverPending()
        if order.branch_id == branch:
            raise HandOverSameBranch(pointer="/branch")
        moment = clock.now()
        if at_once:
            return order, _hand_over(order, branch, principal, reason, moment, asked=False)
        told = HandOver(HandOverStatus.OFFERED, order.branch_id, branch, reason, principal.user_id, moment)
        order.save_versioned(
            offered_branch_id=branch,
            hand_over={
                "reason": reason,
                "by": str(principal.user_id) if principal.user_id else None,
                "at": json_value(moment),
            },
        )
        _note(order, told, principal)
        emit(
            events.OrderHandOverOffered(
                order=order.pk, number=order.number, source=told.source, target=branch, reason=reason
            ),
            subject_id=order.pk,
            object_version=order.version,
        )
        return order, told


def decide_hand_over(
    *,
    principal: Principal,
    order_id: uuid.UUID,
    decision: str,
    reason: str = "",
    expected_version: int | None = None,
) -> tuple[Order, HandOver]:
    """Answers an offer: the branch that is asked accepts or declines it, the one that asks withdraws it.

    Raises ResourceNotFound, PermissionDenied for who stands on the other side, VersionMismatch,
    HandOverNotPending, BranchClosed for a branch that was closed meanwhile, and OrderMoved. Emits
    order.handed_over or order.hand_over_ended. Locks as `hand_over_order`. A retry raises HandOverNotPending.
    """
    wanted = HandOverDecision(decision)
    with db.transaction():
        seen = orders_to_hand_over(principal).filter(pk=order_id).first()
        if seen is None:
            raise ResourceNotFound()
        target = seen.offered_branch_id
        if target is None:
            raise HandOverNotPending()
        if wanted is HandOverDecision.WITHDRAW:
            principal.require_over(p.HAND_OVER, **over(seen))
        else:
            principal.require_over(p.HAND_OVER, branch=target)
        if wanted is HandOverDecision.ACCEPT:
            organizations.branch_facts(target)
            files.move(subject_type="order", subject_id=order_id, branch_id=target)
        order = lock_as_seen(seen, offered_to=target)
        order.check_version(expected_version)
        moment = clock.now()
        if wanted is HandOverDecision.ACCEPT:
            said = reason or offer_of(order).reason
            return order, _hand_over(order, target, principal, said, moment, asked=True)
        status = HandOverStatus.DECLINED if wanted is HandOverDecision.DECLINE else HandOverStatus.WITHDRAWN
        return order, end_offer(order, status, principal, reason, moment)


def end_offer(
    order: Order, status: HandOverStatus, principal: Principal, reason: str, moment: datetime
) -> HandOver:
    """Nobody is asked any more; the order stays where it is. It is locked, and its offer is open."""
    told = HandOver(status, order.branch_id, offer_of(order).target, reason, principal.user_id, moment)
    order.save_versioned(offered_branch_id=None, hand_over={})
    _note(order, told, principal)
    emit(
        events.OrderHandOverEnded(
            order=order.pk,
            number=order.number,
            source=told.source,
            target=told.target,
            outcome=status,
            reason=reason,
        ),
        subject_id=order.pk,
        object_version=order.version,
    )
    return told


def _hand_over(
    order: Order, branch: uuid.UUID, principal: Principal, reason: str, moment: datetime, *, asked: bool
) -> HandOver:
    told = HandOver(HandOverStatus.HANDED_OVER, order.branch_id, branch, reason, principal.user_id, moment)
    order.save_versioned(branch_id=branch, offered_branch_id=None, hand_over={})
    payments.move_receivable(subject_type="order", subject_id=order.pk, branch_id=branch)
    _note(order, told, principal)
    emit(
        events.OrderHandedOver(
            order=order.pk,
            number=order.number,
            customer=order.customer_id,
            source=told.source,
            target=branch,
            asked=asked,
            reason=reason,
        ),
        subject_id=order.pk,
        object_version=order.version,
    )
    return told


def _note(order: Order, told: HandOver, principal: Principal) -> None:
    OrderTransition.objects.create(
        order=order,
        name=_NAMES[told.status],
        source=order.state,
        target=order.state,
        at=told.at,
        actor_id=principal.user_id,
        actor_kind=principal.kind,
        reason=told.reason,
        details={
            "status": told.status,
            "from": str(told.source) if told.source else None,
            "to": str(told.target),
        },
    )

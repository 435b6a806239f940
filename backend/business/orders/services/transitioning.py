"""An order moves through its workflow."""

from __future__ import annotations

import uuid
from collections.abc import Collection

from backend.business.ledger import facade as ledger
from backend.business.orders import events
from backend.business.orders.errors import GuardFailed
from backend.business.orders.guards import failed_guard
from backend.business.orders.models import Order, OrderLine, OrderTransition
from backend.business.orders.selectors import orders_for
from backend.business.orders.services.handing_over import end_offer
from backend.business.orders.types import Effect, HandOverStatus, StateGroup
from backend.business.orders.workflow import Flow, flow_of
from backend.business.payments import facade as payments
from backend.business.payments.types import RevenuePart
from backend.kernel import clock, db, tenancy
from backend.kernel.api.serializers import json_value
from backend.kernel.errors import ResourceNotFound
from backend.kernel.events import emit
from backend.kernel.money import Money
from backend.kernel.permissions import Principal, system_principal
from backend.kernel.states import Transition


def transition_order(
    *,
    principal: Principal,
    order_id: uuid.UUID,
    transition: str,
    reason: str = "",
    expected_version: int | None = None,
) -> Order:
    """Makes a move of the order's workflow, with its effects: revenue on completion, release on cancellation.

    An order that returns from being on hold then makes the automatic moves that it missed.

    Raises ResourceNotFound, VersionMismatch, UnknownTransition, PermissionDenied, TransitionForbidden,
    GuardFailed, and CreditNeedsCustomer for the cancellation of an order of nobody that is paid.
    Emits order.transitioned, and order.completed or order.cancelled. Locks the order, then
    what payments locks. A retry of a done move raises TransitionForbidden.
    """
    with db.transaction():
        if not orders_for(principal).filter(pk=order_id).exists():
            raise ResourceNotFound()
        order = db.lock(Order, [order_id])[0]
        order.check_version(expected_version)
        flow = flow_of(order.workflow_id)
        move = flow.machine.move(order.state, transition, principal)
        principal.require_over(
            str(move.permission),
            branch=order.branch_id,
            customer=order.customer_id,
            owner=order.created_by_id,
        )
        failed = failed_guard(order, move, reason)
        if failed is not None:
            raise GuardFailed(transition=move.spoken, guard=failed)
        _move(order, flow, move, principal, reason)
        if move.name in flow.returning:
            # While it was on hold, money may have come or proved untrue: no event says so a second time.
            _advance(order, flow, set(flow.automatic.values()))
        return order


def advance_order(*, order_id: uuid.UUID, trigger: str) -> list[str]:
    """Makes the moves that the workflow marks as automatic for an event, while their guards hold.

    For wiring: acts as the product itself. Returns the names of the moves made; none for a closed order.
    Emits and locks as `transition_order`. Repeating it is harmless: the guards and states decide.
    """
    with db.transaction():
        rows = db.lock(Order, [order_id])
        if not rows:
            return []
        return _advance(rows[0], flow_of(rows[0].workflow_id), {trigger})


def _advance(order: Order, flow: Flow, triggers: Collection[str]) -> list[str]:
    made: list[str] = []
    info = tenancy.require_tenant()
    principal = system_principal(info.id, info.schema)
    # Each automatic move is made at most once in a run, so a workflow with a loop cannot spin.
    for _step in range(len(flow.automatic)):
        move = next(
            (
                move
                for move in flow.machine.allowed(order.state)
                if flow.automatic.get(move.name) in triggers
                and move.name not in made
                and failed_guard(order, move, "") is None
            ),
            None,
        )
        if move is None:
            break
        _move(order, flow, move, principal, "")
        made.append(move.name)
    return made


def _move(order: Order, flow: Flow, move: Transition, principal: Principal, reason: str) -> None:
    moment = clock.now()
    source = order.state
    target = flow.target_of(move, order.held_from)
    group = flow.groups[target]
    changes: dict[str, object] = {
        "state": target,
        "state_group": group,
        "state_times": {**order.state_times, target: json_value(moment)},
        "held_from": source if group is StateGroup.ON_HOLD else "",
    }
    if group is StateGroup.COMPLETED:
        changes["completed_at"] = moment
    released = Money.zero(order.currency)
    for effect in move.effects:
        if effect == Effect.EARN_REVENUE:
            _earn(order)
        elif effect == Effect.CANCEL_RECEIVABLE:
            released = payments.cancel_receivable(subject_type="order", subject_id=order.pk)
    order.save_versioned(**changes)
    OrderTransition.objects.create(
        order=order,
        name=move.name,
        source=source,
        target=target,
        at=moment,
        actor_id=principal.user_id,
        actor_kind=principal.kind,
        reason=reason,
    )
    emit(
        events.OrderTransitioned(
            order=order.pk,
            number=order.number,
            customer=order.customer_id,
            transition=move.name,
            source=source,
            target=target,
            state_group=group,
            reason=reason,
        ),
        subject_id=order.pk,
        object_version=order.version,
    )
    if order.offered_branch_id is not None and group in (StateGroup.COMPLETED, StateGroup.CANCELLED):
        end_offer(order, HandOverStatus.CLOSED, principal, "", moment)
    if group is StateGroup.COMPLETED:
        emit(_completed(order), subject_id=order.pk, object_version=order.version)
    elif group is StateGroup.CANCELLED:
        emit(
            events.OrderCancelled(
                order=order.pk,
                number=order.number,
                customer=order.customer_id,
                reason=reason,
                released=released,
            ),
            subject_id=order.pk,
            object_version=order.version,
        )


def _earn(order: Order) -> None:
    lines = OrderLine.objects.filter(order=order).values_list("revenue_account", "net")
    payments.earn_receivable(
        subject_type="order",
        subject_id=order.pk,
        revenue=[
            RevenuePart(account or ledger.REVENUE_SERVICES, Money.of(net, order.currency))
            for account, net in lines
        ],
        tax=Money.of(order.tax, order.currency),
    )


def _completed(order: Order) -> events.OrderCompleted:
    return events.OrderCompleted(
        order=order.pk,
        number=order.number,
        customer=order.customer_id,
        branch=order.branch_id,
        subtotal=Money.of(order.subtotal, order.currency),
        tax=Money.of(order.tax, order.currency),
        total=Money.of(order.total, order.currency),
    )

"""Routes of orders."""

from __future__ import annotations

import uuid
from functools import cached_property
from typing import Any

from backend.business.customers import facade as customers
from backend.business.customers.errors import CustomerInactive
from backend.business.orders import errors as e
from backend.business.orders import offers, selectors, services
from backend.business.orders import permissions as p
from backend.business.orders.api import filters, hand_overs, serializers
from backend.business.organizations.errors import BranchClosed
from backend.business.payments.errors import CreditNeedsCustomer, SettlementChanged
from backend.business.pricing import errors as pricing_errors
from backend.business.pricing.types import PriceRequest, Priority
from backend.kernel.api import Expand, Resource, action
from backend.kernel.errors import ReferenceNotFound
from backend.kernel.limits import LimitReached
from backend.kernel.permissions import Principal
from backend.kernel.states import TransitionForbidden, UnknownTransition


def create(*, principal: Principal, **data: Any) -> Any:
    """Turns the body's lines into a request for prices."""
    files = data.pop("files", ())
    shared = {name: data.pop(name) for name in ("priority", "due_at", "channel") if name in data}
    lines = data.pop("lines", None)
    request = None
    if lines is not None:
        if "priority" in shared:
            shared["priority"] = Priority(shared["priority"])
        request = PriceRequest(
            lines=lines, customer_id=data.get("customer"), branch_id=data.get("branch"), **shared
        )
    return services.place_order(principal=principal, request=request, file_ids=files, **data)


def _told(done: Any) -> Any:
    """The order with the step of the hand-over that was just made."""
    order, order.told = done
    return order


class OrderResource(Resource):
    """Orders, from placement to completion."""

    plural = "orders"
    prefix = "ord"
    tag = "orders"
    rows = staticmethod(selectors.orders_for)
    row = staticmethod(selectors.order_for)
    completed_by = staticmethod(selectors.complete)
    read = serializers.OrderRead
    writes = {"create": serializers.OrderCreate, "update": serializers.OrderUpdate}
    services = {"create": create, "update": services.update_order}
    permissions = {"list": p.VIEW, "retrieve": p.VIEW, "create": p.CREATE, "update": p.UPDATE}
    filters = filters.OrderFilters
    sort = ("created_at", "placed_at", "number")
    search_by = staticmethod(selectors.search_orders)
    expand = {"customer": Expand("customer_id", customers.represent_customers, serializers.OrderCustomerRead)}
    bulk = ("update",)
    idempotency_required = ("create",)
    create_is_whole = True
    possible = {"attach_customer": lambda row: row.customer_id is None}
    reach = {"branch": "branch_id", "customer": "customer_id", "owner": "created_by_id"}
    unlisted = ("transition", "hand_over", "decide_hand_over")
    errors = {
        "create": [
            e.OrderNeedsQuoteOrLines,
            e.WorkflowMissing,
            e.BranchMissing,
            e.ExpectedTotalDiffers,
            pricing_errors.QuoteExpired,
            pricing_errors.QuoteAlreadyUsed,
            pricing_errors.QuoteCustomerMismatch,
            pricing_errors.PriceRuleMissing,
            ReferenceNotFound,
            LimitReached,
        ],
        "update": [e.OrderClosed],
    }

    def _searched(self, queryset: Any, text: str) -> Any:
        """A search is told who asks: of customers' names it knows those that the caller sees."""
        return selectors.search_orders(queryset, text, self.principal)

    @action(
        "transitions",
        permission=p.VIEW,
        request=serializers.OrderTransitionIn,
        response=serializers.OrderRead,
        errors=[TransitionForbidden, UnknownTransition, e.GuardFailed, CreditNeedsCustomer],
    )
    def transition(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """Move an order through its workflow.

        Each transition names the permission that it takes; seeing the order is needed besides.
        """
        row = services.transition_order(
            principal=self.principal, order_id=id, expected_version=self.expected_version, **data
        )
        return self._again(row)

    @action("transitions", method="GET", permission=p.VIEW, response=serializers.OrderMoveRead, many=True)
    def transitions(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """List the transitions that the state allows, and what each still waits for."""
        return selectors.possible_moves(self.principal, id)

    @action(
        "customer",
        permission=p.UPDATE,
        request=serializers.OrderCustomerIn,
        response=serializers.OrderRead,
        errors=[e.OrderHasCustomer, CustomerInactive, SettlementChanged, ReferenceNotFound],
    )
    def attach_customer(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """Give a walk-in's order to a customer, with what was paid for it.

        Orders of nobody that the same payment is for go along.
        """
        row = services.attach_order_customer(
            principal=self.principal, order_id=id, expected_version=self.expected_version, **data
        )
        return self._again(row)

    @action(
        "hand-over",
        permission=p.HAND_OVER,
        request=hand_overs.OrderHandOverIn,
        response=hand_overs.OrderHandOverRead,
        errors=[
            e.HandOverSameBranch,
            e.HandOverPending,
            e.OrderClosed,
            e.OrderMoved,
            BranchClosed,
            ReferenceNotFound,
        ],
    )
    def hand_over(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """Hand an order over to another branch.

        At once where the caller holds the permission over that branch too; else that branch is asked, and the
        order stays until it accepts.
        """
        return _told(
            services.hand_over_order(
                principal=self.principal, order_id=id, expected_version=self.expected_version, **data
            )
        )

    @action(
        "hand-over/decisions",
        permission=p.HAND_OVER,
        request=hand_overs.OrderHandOverDecisionIn,
        response=hand_overs.OrderHandOverRead,
        errors=[e.HandOverNotPending, e.OrderMoved, BranchClosed],
    )
    def decide_hand_over(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """Accept, decline or withdraw the offer of an order to another branch."""
        return _told(
            services.decide_hand_over(
                principal=self.principal, order_id=id, expected_version=self.expected_version, **data
            )
        )

    @action(
        "hand-overs",
        method="GET",
        detail=False,
        permission=p.HAND_OVER,
        query=hand_overs.OrderHandOverQuery,
        response=hand_overs.OrderHandOverRead,
        paginated=True,
    )
    def hand_overs(self, data: dict[str, Any]) -> Any:
        """List the orders that are offered to the caller's branches, or by them to others."""
        return offers.offers_for(self.principal, data.get("direction"))

    @action("timeline", method="GET", permission=p.VIEW, response=serializers.OrderMomentRead, many=True)
    def timeline(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """List what happened to an order, oldest first."""
        return selectors.timeline(self.principal, id)

    @action("notes", method="GET", permission=p.VIEW, response=serializers.OrderNoteRead, paginated=True)
    def notes(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """List the notes of an order."""
        return selectors.notes_for(self.principal, id)

    @action(
        "notes",
        permission=p.ADD_NOTES,
        request=serializers.OrderNoteIn,
        response=serializers.OrderNoteRead,
        status=201,
    )
    def add_note(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """Add a note to an order."""
        return services.add_note(principal=self.principal, order_id=id, **data)

    @action(
        "files",
        permission=p.UPDATE,
        request=serializers.OrderFilesIn,
        response=serializers.OrderRead,
        errors=[ReferenceNotFound],
    )
    def add_files(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """Add files to an order."""
        row = services.attach_order_files(
            principal=self.principal,
            order_id=id,
            file_ids=data["files"],
            expected_version=self.expected_version,
        )
        return self._again(row)

    def allowed_actions(self, row: Any) -> list[str]:
        """Update by permission, the transitions that the state allows, and what may be done about a hand-over."""
        if not hasattr(row, "workflow_id"):
            return []
        return [*super().allowed_actions(row), *self._moves(row)]

    def _moves(self, row: Any) -> list[str]:
        if row.offered_branch_id is None:
            # Then state and place decide, and most orders of a list share theirs.
            known = self._moves_by_place
            place = (row.workflow_id, row.state, row.state_group, self.place_of(row))
            if place not in known:
                known[place] = self._moves_of(row)
            return known[place]
        return self._moves_of(row)

    def _moves_of(self, row: Any) -> list[str]:
        return [
            *(move.name for move in selectors.moves_of(row, self.principal)),
            *offers.actions_on(row, self.principal),
        ]

    @cached_property
    def _moves_by_place(self) -> dict[Any, list[str]]:
        return {}


class WorkflowResource(Resource):
    """Workflows: what states an order can be in, and how it moves."""

    plural = "workflows"
    prefix = "wfl"
    tag = "orders"
    rows = staticmethod(selectors.workflows_for)
    read = serializers.WorkflowRead
    permissions = {"list": p.VIEW_WORKFLOWS, "retrieve": p.VIEW_WORKFLOWS}

"""Why an order is refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from backend.business.orders.types import Guard
from backend.kernel.errors import Conflict


class OrderNeedsQuoteOrLines(Conflict):
    """An order is placed from a quote, or from lines that are quoted on the spot: exactly one of the two."""

    code = "order_needs_quote_or_lines"
    message = _("Send either a quote or lines.")


class WorkflowMissing(Conflict):
    """The business has no workflow to put the order into."""

    code = "workflow_missing"
    message = _("There is no workflow for this order.")


CONDITIONS: Mapping[Guard, Any] = {
    Guard.PAYMENT_RECORDED: _("a payment has to be recorded first"),
    Guard.NO_PAYMENT: _("there is a payment"),
    Guard.PAYMENT_VERIFIED: _("a payment has to be verified first"),
    Guard.PAID_IN_FULL: _("the order has to be paid in full first"),
    Guard.HAS_FILES: _("the order needs a file"),
    Guard.REASON: _("say why"),
    Guard.NOTHING_PAID: _("something has been paid"),
}
"""What is said of a guard that does not hold."""


class GuardFailed(Conflict):
    """A condition of the transition does not hold; `guard` says which."""

    code = "transition_guard_failed"
    message = _("“{transition}” is not possible: {condition}.")
    members: ClassVar[Mapping[str, Mapping[str, Any]]] = {
        "guard": {
            "type": "string",
            "description": "The condition that does not hold, as `GET /orders/{id}/transitions` names it.",
        },
    }

    def __init__(self, *, transition: str, guard: Guard) -> None:
        super().__init__(
            transition=transition,
            guard=guard.value,
            condition=CONDITIONS[guard],
            pointer="/reason" if guard is Guard.REASON else "/transition",
        )


class OrderClosed(Conflict):
    """A completed or cancelled order does not change any more."""

    code = "order_closed"
    message = _("The order is closed.")


class BranchMissing(Conflict):
    """The order needs a branch, and neither the request, the quote nor the caller's scope says which."""

    code = "branch_missing"
    message = _("Say which branch takes the order.")


class ExpectedTotalDiffers(Conflict):
    """The caller expects another total than the price that was computed."""

    code = "expected_total_differs"
    message = _("The total is {total}.")


class HandOverSameBranch(Conflict):
    """An order is handed over to another branch than its own."""

    code = "hand_over_same_branch"
    message = _("The order is with this branch already.")


class HandOverPending(Conflict):
    """One branch at a time is asked to take an order over."""

    code = "hand_over_pending"
    message = _(
        "A branch is asked to take this order over already. Wait for its answer, or withdraw the offer."
    )


class HandOverNotPending(Conflict):
    """No branch is asked to take the order over: it was never, or the question is answered."""

    code = "hand_over_not_pending"
    message = _("No branch is asked to take this order over.")


class OrderHasCustomer(Conflict):
    """Only an order of nobody is given to a customer; one that has a customer keeps it."""

    code = "order_has_customer"
    message = _("The order has a customer already.")


class OrderMoved(Conflict):
    """The order went to another branch between looking at it and changing it. Nothing was changed."""

    code = "order_moved"
    message = _("The order has just gone to another branch. Read it again.")


class CalendarRangeInvalid(Conflict):
    """A calendar is asked for some days, not for none and not for years."""

    code = "calendar_range_invalid"
    message = _("The end lies after the start, by at most {days} days.")

"""Bodies of hand-overs."""

from __future__ import annotations

from typing import Any

from backend.business.orders import offers, selectors
from backend.business.orders.models import Order
from backend.business.orders.types import (
    HandOver,
    HandOverDecision,
    HandOverDirection,
    HandOverStatus,
    StateGroup,
)
from backend.business.pricing.types import Priority
from backend.kernel.api import fields as f
from backend.kernel.api.serializers import Read, Write
from backend.kernel.i18n import localized

_DECISIONS = [decision.value for decision in HandOverDecision]


class OrderHandOverIn(Write):
    """Where an order is to go, and why."""

    branch = f.Id("brn")
    reason = f.Text(max_length=2000)


class OrderHandOverDecisionIn(Write):
    """What is done about an offer."""

    decision = f.Choice(
        _DECISIONS,
        enum="HandOverDecision",
        help_text="`accept` and `decline` are for the branch that is asked, `withdraw` for the one that asks.",
    )
    reason = f.LongText(max_length=2000, required=False)


class OrderHandOverQuery(Write):
    """Which offers."""

    direction = f.Choice(
        [direction.value for direction in HandOverDirection],
        enum="HandOverDirection",
        required=False,
        help_text="`incoming` to the caller's branches, `outgoing` from them; both unless given.",
    )


class OrderHandOverLineRead(Read):
    """What is to be done: a line without its price."""

    code = f.Text()
    name = f.Localized(source="names")
    kind = f.Text()
    unit = f.Text()
    quantity = f.DecimalText()


def _told(row: Order) -> HandOver:
    told: HandOver = getattr(row, "told", None) or offers.offer_of(row)
    return told


class OrderHandOverRead(Read):
    """A hand-over as both branches see it: what the work is, without customer and money."""

    id = f.Id("ord")
    version = f.Int(help_text="Of the order.")
    number = f.Text()
    status = f.Computed(
        lambda row, ctx: _told(row).status.value,
        f.Choice([status.value for status in HandOverStatus], enum="HandOverStatus"),
    )
    from_branch = f.Computed(lambda row, ctx: _told(row).source, f.Id("brn", allow_null=True))
    to_branch = f.Computed(lambda row, ctx: _told(row).target, f.Id("brn"))
    reason = f.Computed(lambda row, ctx: _told(row).reason, f.Text())
    by = f.Computed(
        lambda row, ctx: _told(row).by, f.Id("usr", allow_null=True), help_text="Who said so, at `at`."
    )
    at = f.Computed(lambda row, ctx: _told(row).at, f.DateTime())
    state = f.Text(help_text="Of the order.")
    state_name = f.Computed(lambda row, ctx: localized(selectors.state_names(row), ctx.languages), f.Text())
    state_group = f.Choice([group.value for group in StateGroup], enum="OrderStateGroup")
    priority = f.Choice([priority.value for priority in Priority], enum="Priority")
    due_at = f.DateTime(allow_null=True)
    lines = f.ListOf(OrderHandOverLineRead())
    decisions = f.Computed(
        lambda row, ctx: [item.value for item in offers.decisions_about(row, ctx.principal)],
        f.ListOf(f.Choice(_DECISIONS, enum="HandOverDecision")),
        help_text="What the caller may decide about it now.",
    )


class OrderOfferRead(Read):
    """That another branch is asked to take the order over."""

    branch = f.Id("brn", source="target")
    reason = f.Text()
    by = f.Id("usr", allow_null=True)
    at = f.DateTime()


def open_offer(row: Any, ctx: Any) -> HandOver | None:
    """An order's open offer as the staff see it; customers do not."""
    if row.offered_branch_id is None or ctx.principal.kind == "customer":
        return None
    return offers.offer_of(row)

"""Bodies of orders."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from backend.business.orders import selectors
from backend.business.orders.api.hand_overs import OrderOfferRead, open_offer
from backend.business.orders.types import OrderSource, StateGroup, Visibility
from backend.business.orders.workflow import icon_of
from backend.business.pricing import facade as pricing
from backend.business.pricing.types import Component, Priority
from backend.kernel.api import fields as f
from backend.kernel.api.serializers import Read, RecordRead, Write
from backend.kernel.i18n import localized

_PRIORITIES = [priority.value for priority in Priority]
_GROUPS = [group.value for group in StateGroup]
_VISIBILITIES = [value.value for value in Visibility]


class OrderLineComponentRead(Read):
    """A part of a line's price."""

    component = f.Choice([part.value for part in Component], enum="PriceComponent")
    label = f.Text()  # type: ignore[assignment]  # a field's name
    amount = f.Computed(lambda row, ctx: row["amount"], f.Money())


class OrderLineTaxRead(Read):
    """A tax of a line."""

    code = f.Text()
    rate = f.DecimalText(help_text="A fraction: 0.12 is twelve per cent.")
    inclusive = f.Bool()
    amount = f.Computed(lambda row, ctx: row["amount"], f.Money())


class OrderLineRead(Read):
    """A line of an order, as it was quoted."""

    id = f.Id("oln")
    position = f.Int()
    service = f.Id("svc", source="service_id", allow_null=True)
    product = f.Id("prd", source="product_id", allow_null=True)
    variant = f.Id("var", source="variant_id", allow_null=True)
    code = f.Text()
    name = f.Localized(source="names")
    kind = f.Text()
    unit = f.Text()
    details = f.Json(help_text="The inputs: language pair, pages, copies, options, files.")
    quantity = f.DecimalText()
    units = f.DecimalText(help_text="What the base price counted.")
    net = f.Money()
    tax = f.Money()
    total = f.Money()
    components = f.ListOf(OrderLineComponentRead())
    taxes = f.ListOf(OrderLineTaxRead())


class OrderCustomerRead(Read):
    """What an order shows of its customer with `?expand=customer`."""

    id = f.Id("cus")
    kind = f.Text()
    class_code = f.Text()
    name = f.Text()
    language = f.Text()


class OrderRead(RecordRead):
    """An order."""

    id = f.Id("ord")
    number = f.Text()
    customer = f.Id("cus", source="customer_id", allow_null=True)
    branch = f.Id("brn", source="branch_id", allow_null=True)
    workflow = f.Id("wfl", source="workflow_id")
    state = f.Text(help_text="The code of the state in the order's workflow.")
    state_name = f.Computed(
        lambda row, ctx: _state_name(row, ctx),
        f.Text(),
        help_text="What the state is called, in the caller's language.",
    )
    state_group = f.Choice(_GROUPS, enum="OrderStateGroup")
    state_icon = f.Computed(
        lambda row, ctx: icon_of(row.workflow_id, row.state, row.state_group),
        f.Text(),
        help_text="The key of an icon beside the name: no state is told by its colour alone.",
    )
    priority = f.Choice(_PRIORITIES, enum="Priority")
    source = f.Choice([source.value for source in OrderSource], enum="OrderSource")  # type: ignore[assignment]  # a field's name
    channel = f.Text(allow_null=True)
    lines = f.ListOf(OrderLineRead(), source="line_rows")
    subtotal = f.Money()
    tax = f.Money()
    total = f.Money()
    paid = f.Money(help_text="Verified money that is allocated to the order.")
    outstanding = f.Money()
    quote = f.Id("quo", source="quote_id", allow_null=True)
    redemption = f.Id("red", source="redemption_id", allow_null=True)
    due_at = f.DateTime(allow_null=True)
    comment = f.Text()
    files = f.Computed(lambda row, ctx: [_file(item) for item in row.file_ids], f.Ids("fil"))
    placed_at = f.DateTime()
    completed_at = f.DateTime(allow_null=True)
    state_times = f.Json(
        schema={"type": "object", "additionalProperties": {"type": "string", "format": "date-time"}},
        help_text="When the order last came into each state.",
    )
    created_by = f.Id("usr", source="created_by_id", allow_null=True)
    metadata = f.Metadata()
    hand_over = f.Computed(
        open_offer, OrderOfferRead(allow_null=True), help_text="Where it is offered to another branch."
    )


def _file(text: str) -> str:
    from backend.kernel.ids import encode

    return encode("fil", uuid.UUID(text))


def _label(label: Any, languages: Sequence[str]) -> str | None:
    return localized(label, languages) if isinstance(label, Mapping) else label and str(label)


def _state_name(row: Any, ctx: Any) -> str:
    return localized(selectors.state_names(row), ctx.languages)


class OrderCreate(Write):
    """An order to place: from a quote, or from lines that are priced now."""

    quote = f.Id("quo", required=False)
    quote_secret = f.Text(
        max_length=100, required=False, help_text="Of a quote that was asked for anonymously."
    )
    lines = f.ListOf(pricing.QuoteLineIn(), min_items=1, max_items=100, required=False)
    customer = f.Id("cus", required=False, allow_null=True)
    branch = f.Id("brn", required=False, allow_null=True)
    priority = f.Choice(
        _PRIORITIES, enum="Priority", required=False, help_text="With lines; a quote has its own."
    )
    due_at = f.DateTime(required=False, allow_null=True)
    channel = f.Text(max_length=40, required=False, allow_null=True)
    source = f.Choice([source.value for source in OrderSource], enum="OrderSource", required=False)  # type: ignore[assignment]  # a field's name
    files = f.Ids("fil", max_items=100, required=False)
    redemption = f.Id(
        "red", required=False, allow_null=True, help_text="Reserved loyalty points to pay with."
    )
    expected_total = f.MoneyIn(required=False, help_text="Refused when the price is another.")
    comment = f.LongText(max_length=5000, required=False)
    metadata = f.Metadata(required=False)


class OrderUpdate(Write):
    """Changes of an order's particulars."""

    priority = f.Choice(_PRIORITIES, enum="Priority")
    due_at = f.DateTime(allow_null=True)
    comment = f.LongText(max_length=5000)
    metadata = f.Metadata()


class OrderTransitionIn(Write):
    """A move to make."""

    transition = f.Text(max_length=60, help_text="The name of one of the order's allowed transitions.")
    reason = f.LongText(max_length=2000, required=False)


class OrderMoveRead(Read):
    """A move that the order can make now."""

    name = f.Text()
    target = f.Text()
    label = f.Localized()  # type: ignore[assignment]  # a field's name
    guards = f.ListOf(f.Text(), help_text="What must hold when the move is made.")
    unmet = f.ListOf(f.Text(), help_text="Of these, what does not hold now; `reason` comes with the move.")


class OrderMomentRead(Read):
    """One thing that happened to an order."""

    at = f.DateTime()
    kind = f.Choice(["transition", "hand_over", "payment", "file", "note"], enum="OrderMomentKind")
    title = f.Text(help_text="A number, a name or a text; of a transition its code.")
    label = f.Computed(  # type: ignore[assignment]  # a field's name
        lambda row, ctx: _label(row.label, ctx.languages),
        f.Text(allow_null=True, help_text="What a transition is called, in the caller's language."),
    )
    actor = f.Text(allow_null=True)
    data = f.Json()  # type: ignore[assignment]  # a field's name


class OrderNoteRead(RecordRead):
    """A note on an order."""

    id = f.Id("not")
    visibility = f.Choice(_VISIBILITIES, enum="NoteVisibility")
    text = f.Text()
    author = f.Id("usr", source="author_id", allow_null=True)


class OrderNoteIn(Write):
    """A note to add."""

    text = f.Text(max_length=5000)
    visibility = f.Choice(_VISIBILITIES, enum="NoteVisibility", required=False)


class OrderCustomerIn(Write):
    """Whose an order is."""

    customer = f.Id("cus")


class OrderFilesIn(Write):
    """Files to add to an order."""

    files = f.Ids("fil", min_items=1, max_items=100)


class WorkflowRead(Read):
    """A workflow of the business: its states and its transitions."""

    id = f.Id("wfl")
    code = f.Text()
    number = f.Int(help_text="The version; a running order keeps its own.")
    name = f.Localized(source="names")
    definition = f.Json(help_text="States with their groups, transitions with sources, guards and effects.")
    created_at = f.DateTime()
    allowed_actions = f.AllowedActions()

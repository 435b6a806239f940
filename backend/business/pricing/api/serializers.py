"""Bodies of price rules, tax rates and quotes."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from backend.business.pricing.formulas import MAX_BANDS, MAX_HOURS, MAX_UNIT
from backend.business.pricing.models import CANCELLED, Quote
from backend.business.pricing.types import BandMode, Component, LineRequest, Per, Priority
from backend.kernel import clock
from backend.kernel.api import fields as f
from backend.kernel.api.serializers import Read, RecordRead, Write
from backend.kernel.errors import CATALOGUE
from backend.kernel.money import ROUNDING_MODES

CODE = r"^[a-z0-9][a-z0-9_.-]*$"
CLASS = r"^[a-z][a-z0-9_]*$"
LANGUAGE = r"^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$"
COMPONENTS = [one.value for one in Component]
PRIORITIES = [one.value for one in Priority]
MODES = [one.value for one in BandMode]
PERS = [one.value for one in Per]
ROUNDINGS = list(ROUNDING_MODES)
STATES = ["open", "expired", "used"]

_AMOUNT_HELP = "A fixed amount in the rule's currency."
_PERCENT_HELP = "A percentage instead of an amount."


class ChargeRead(Read):
    """A fixed amount or a percentage."""

    amount = f.Computed(lambda row, ctx: row.get("amount"), f.DecimalText(), allow_null=True)
    percent = f.Computed(lambda row, ctx: row.get("percent"), f.DecimalText(), allow_null=True)


class BandRead(ChargeRead):
    """What units from one on cost."""

    from_unit = f.Int()


class OptionChargeRead(ChargeRead):
    """What a value of an option adds."""

    value = f.Text()


class PriorityChargeRead(ChargeRead):
    """What a priority adds."""

    priority = f.Choice(PRIORITIES, enum="Priority")


class LeadTimeChargeRead(ChargeRead):
    """What a lead time under so many hours adds."""

    under_hours = f.Int()


def _part(name: str, default: Any) -> Any:
    return lambda row, ctx: row.get(name, default)


class FormulaRead(Read):
    """How a rule makes its part of the price; members of other components are empty."""

    mode = f.Computed(_part("mode", None), f.Choice(MODES, enum="BandMode"), allow_null=True)
    bands = f.Computed(
        lambda row, ctx: [BandRead.render(one, ctx) for one in row.get("bands") or []],
        f.ListOf(BandRead(), max_items=MAX_BANDS),
    )
    minimum = f.Computed(_part("minimum", None), f.DecimalText(), allow_null=True)
    option = f.Computed(_part("option", None), f.Text(), allow_null=True)
    per = f.Computed(_part("per", None), f.Choice(PERS, enum="ChargePer"), allow_null=True)
    values = f.Computed(
        lambda row, ctx: [OptionChargeRead.render(one, ctx) for one in row.get("values") or []],
        f.ListOf(OptionChargeRead(), max_items=MAX_BANDS),
    )
    priorities = f.Computed(
        lambda row, ctx: [PriorityChargeRead.render(one, ctx) for one in row.get("priorities") or []],
        f.ListOf(PriorityChargeRead(), max_items=MAX_BANDS),
    )
    lead_time = f.Computed(
        lambda row, ctx: [LeadTimeChargeRead.render(one, ctx) for one in row.get("lead_time") or []],
        f.ListOf(LeadTimeChargeRead(), max_items=MAX_BANDS),
    )


def _amount() -> f.Text:
    return f.Text(
        max_length=22,
        pattern=r"^[0-9]{1,15}(\.[0-9]{1,6})?$",
        required=False,
        allow_null=True,
        help_text=_AMOUNT_HELP,
    )


def _percent() -> f.Text:
    return f.Text(
        max_length=22,
        pattern=r"^[0-9]{1,15}(\.[0-9]{1,6})?$",
        required=False,
        allow_null=True,
        help_text=_PERCENT_HELP,
    )


class BandIn(Write):
    """What units from one on cost, up to the next band."""

    from_unit = f.Int(min_value=1, max_value=MAX_UNIT, help_text="Units count from 1.")
    amount = _amount()
    percent = _percent()


class OptionChargeIn(Write):
    """What a value of an option adds."""

    value = f.Text(max_length=64, pattern=CODE)
    amount = _amount()
    percent = _percent()


class PriorityChargeIn(Write):
    """What a priority adds."""

    priority = f.Choice(PRIORITIES, enum="Priority")
    amount = _amount()
    percent = _percent()


class LeadTimeChargeIn(Write):
    """What a lead time under so many hours adds."""

    under_hours = f.Int(min_value=1, max_value=MAX_HOURS)
    amount = _amount()
    percent = _percent()


class FormulaIn(Write):
    """How a rule makes its part of the price. Give the members of its component only:
    base: mode, bands (amounts), minimum; option: option, per, values; copies: bands; urgency:
    priorities, lead_time."""

    mode = f.Choice(
        MODES,
        enum="BandMode",
        required=False,
        allow_null=True,
        help_text="progressive: each unit by its own band; volume: all units by the band of the last.",
    )
    bands = f.ListOf(BandIn(), max_items=MAX_BANDS, required=False, allow_null=True)
    minimum = _amount()
    option = f.Text(max_length=64, pattern=CODE, required=False, allow_null=True)
    per = f.Choice(PERS, enum="ChargePer", required=False, allow_null=True)
    values = f.ListOf(OptionChargeIn(), max_items=MAX_BANDS, required=False, allow_null=True)
    priorities = f.ListOf(PriorityChargeIn(), max_items=MAX_BANDS, required=False, allow_null=True)
    lead_time = f.ListOf(LeadTimeChargeIn(), max_items=MAX_BANDS, required=False, allow_null=True)


class PriceRuleRead(RecordRead):
    """A price rule: one part of the price of the lines that it fits."""

    id = f.Id("prc")
    name = f.LongText(max_length=200)
    component = f.Choice(COMPONENTS, enum="PriceComponent")
    formula = FormulaRead()
    currency = f.CurrencyCode()
    service = f.Id("svc", source="service_id", allow_null=True)
    product = f.Id("prd", source="product_id", allow_null=True)
    variant = f.Id("var", source="variant_id", allow_null=True)
    category = f.Id("ter", source="category_id", allow_null=True)
    customer_class = f.Text(allow_null=True)
    branch = f.Id("brn", source="branch_id", allow_null=True)
    channel = f.Text(allow_null=True)
    source = f.Text(allow_null=True)  # type: ignore[assignment]
    target = f.Text(allow_null=True)
    document_type = f.Text(allow_null=True)
    rank = f.Int(help_text="Breaks a tie between rules that are equally specific: the higher counts.")
    effective_from = f.DateTime()
    effective_until = f.DateTime(allow_null=True)


class PriceRuleCreate(Write):
    """A price rule to add. A dimension that is left out fits every line."""

    name = f.LongText(max_length=200, required=False)
    component = f.Choice(COMPONENTS, enum="PriceComponent")
    formula = FormulaIn()
    currency = f.CurrencyCode(required=False)
    service = f.Id("svc", source="service_id", required=False, allow_null=True)
    product = f.Id("prd", source="product_id", required=False, allow_null=True)
    variant = f.Id("var", source="variant_id", required=False, allow_null=True)
    category = f.Id("ter", source="category_id", required=False, allow_null=True)
    customer_class = f.Text(max_length=32, pattern=CLASS, required=False, allow_null=True)
    branch = f.Id("brn", source="branch_id", required=False, allow_null=True)
    channel = f.Text(max_length=32, pattern=CLASS, required=False, allow_null=True)
    source = f.Text(max_length=35, pattern=LANGUAGE, required=False, allow_null=True)  # type: ignore[assignment]
    target = f.Text(max_length=35, pattern=LANGUAGE, required=False, allow_null=True)
    document_type = f.Text(max_length=40, pattern=CODE, required=False, allow_null=True)
    rank = f.Int(min_value=-1000, max_value=1000, required=False)
    effective_from = f.DateTime(required=False, help_text="Now where left out; never in the past.")
    effective_until = f.DateTime(required=False, allow_null=True)


class PriceRuleUpdate(Write):
    """What changes of a price rule, from `effective_from` (now where left out) on."""

    name = f.LongText(max_length=200)
    formula = FormulaIn()
    service = f.Id("svc", source="service_id", allow_null=True)
    product = f.Id("prd", source="product_id", allow_null=True)
    variant = f.Id("var", source="variant_id", allow_null=True)
    category = f.Id("ter", source="category_id", allow_null=True)
    customer_class = f.Text(max_length=32, pattern=CLASS, allow_null=True)
    branch = f.Id("brn", source="branch_id", allow_null=True)
    channel = f.Text(max_length=32, pattern=CLASS, allow_null=True)
    source = f.Text(max_length=35, pattern=LANGUAGE, allow_null=True)  # type: ignore[assignment]
    target = f.Text(max_length=35, pattern=LANGUAGE, allow_null=True)
    document_type = f.Text(max_length=40, pattern=CODE, allow_null=True)
    rank = f.Int(min_value=-1000, max_value=1000)
    effective_from = f.DateTime()
    effective_until = f.DateTime(allow_null=True)


class PriceRuleVersion(Read):
    """A version of a price rule that was before the current one."""

    version = f.Int()
    name = f.LongText(max_length=200)
    formula = FormulaRead()
    effective_from = f.DateTime()
    effective_until = f.DateTime(allow_null=True)


class TaxRateRead(RecordRead):
    """A rate of a tax class."""

    id = f.Id("tax")
    tax_class = f.Text()
    code = f.Text(help_text="Names the tax among those of its class, such as vat.")
    name = f.Localized(source="names")
    rate = f.DecimalText(digits=2, places=6, help_text="A fraction: 0.12 is twelve per cent.")
    inclusive = f.Bool(help_text="Whether prices already hold the tax.")
    applies_to = f.Choices(COMPONENTS, enum="PriceComponent", help_text="Empty: the whole price.")
    rounding = f.Choice(ROUNDINGS, enum="RoundingMode")
    effective_from = f.DateTime()
    effective_until = f.DateTime(allow_null=True)


def _rate(**kwargs: Any) -> f.DecimalText:
    return f.DecimalText(
        digits=2,
        places=6,
        min_value=Decimal(0),
        max_value=Decimal(10),
        help_text="A fraction: 0.12 is twelve per cent.",
        **kwargs,
    )


class TaxRateCreate(Write):
    """A tax rate to add."""

    tax_class = f.Text(max_length=40, pattern=CODE)
    code = f.Text(max_length=40, pattern=CODE)
    name = f.LocalizedIn(source="names", max_length=100)
    rate = _rate()
    inclusive = f.Bool(required=False)
    applies_to = f.Choices(COMPONENTS, enum="PriceComponent", required=False)
    rounding = f.Choice(ROUNDINGS, enum="RoundingMode", required=False)
    effective_from = f.DateTime(required=False, help_text="Now where left out; never in the past.")
    effective_until = f.DateTime(required=False, allow_null=True)


class TaxRateUpdate(Write):
    """What changes of a tax rate, from `effective_from` (now where left out) on."""

    name = f.LocalizedIn(source="names", max_length=100)
    rate = _rate()
    inclusive = f.Bool()
    applies_to = f.Choices(COMPONENTS, enum="PriceComponent")
    rounding = f.Choice(ROUNDINGS, enum="RoundingMode")
    effective_from = f.DateTime()
    effective_until = f.DateTime(allow_null=True)


class QuoteComponentRead(Read):
    """A part of a line's price."""

    component = f.Choice(COMPONENTS, enum="PriceComponent")
    label = f.Text()  # type: ignore[assignment]
    amount = f.Money()


class QuoteTaxRead(Read):
    """A tax of a line."""

    code = f.Text()
    rate = f.DecimalText(digits=2, places=6)
    inclusive = f.Bool()
    amount = f.Money()


class QuoteLineRead(Read):
    """A priced line: net and tax make the total."""

    service = f.Id("svc", allow_null=True)
    product = f.Id("prd", allow_null=True)
    variant = f.Id("var", allow_null=True)
    code = f.Text()
    name = f.Localized(source="names")
    unit = f.Text()
    source = f.Text(allow_null=True)  # type: ignore[assignment]
    target = f.Text(allow_null=True)
    document_type = f.Text(allow_null=True)
    pages = f.Int(allow_null=True)
    files = f.Ids("fil")
    copies = f.Int()
    quantity = f.DecimalText(digits=9, places=3)
    units = f.DecimalText(digits=18, places=3, help_text="What the base price counted.")
    options = f.Json(schema={"type": "object", "additionalProperties": {"type": "string"}})
    components = f.ListOf(QuoteComponentRead(), max_items=100)
    taxes = f.ListOf(QuoteTaxRead(), max_items=20)
    net = f.Money()
    tax = f.Money()
    total = f.Money()


def quote_state(row: Quote, at: datetime | None = None) -> str:
    """Whether the quote can be used."""
    if row.order_id is not None:
        return "used"
    return "open" if (at or clock.now()) < row.valid_until else "expired"


class QuoteRead(RecordRead):
    """A price that holds until `valid_until`, for one order."""

    id = f.Id("quo")
    state = f.Computed(lambda row, ctx: quote_state(row), f.Choice(STATES, enum="QuoteState"))
    customer = f.Id("cus", source="customer_id", allow_null=True)
    branch = f.Id("brn", source="branch_id", allow_null=True)
    channel = f.Text(allow_null=True)
    priority = f.Choice(PRIORITIES, enum="Priority")
    due_at = f.DateTime(allow_null=True)
    lines = f.ListOf(QuoteLineRead(), max_items=100)
    subtotal = f.Money()
    tax = f.Money()
    total = f.Money()
    trace = f.Json(
        schema={"type": "object", "additionalProperties": True},
        help_text="Every input, rule version, formula and rounding that made the price.",
    )
    digest = f.Text(help_text="SHA-256 (hex) of the canonical JSON of the trace: sorted keys, no spaces.")
    valid_until = f.DateTime()
    order = f.Id("ord", source="order_id", allow_null=True, help_text="The order that used the quote.")
    secret = f.Computed(
        lambda row, ctx: getattr(row, "secret", None),
        f.Text(),
        allow_null=True,
        help_text="Told once, to an anonymous caller: who has it can open and use the quote.",
    )


class QuoteLineIn(Write):
    """A line to price: exactly one of service, product and variant."""

    service = f.Id("svc", source="service_id", required=False, allow_null=True)
    product = f.Id("prd", source="product_id", required=False, allow_null=True)
    variant = f.Id("var", source="variant_id", required=False, allow_null=True)
    source = f.Text(max_length=35, pattern=LANGUAGE, required=False, allow_null=True)  # type: ignore[assignment]
    target = f.Text(max_length=35, pattern=LANGUAGE, required=False, allow_null=True)
    document_type = f.Text(max_length=40, pattern=CODE, required=False, allow_null=True)
    pages = f.Int(min_value=1, max_value=100_000, required=False, allow_null=True)
    files = f.Ids("fil", max_items=50, required=False, help_text="Pages are counted from these.")
    copies = f.Int(
        min_value=1, max_value=1000, required=False, help_text="Copies delivered, the first included."
    )
    quantity = f.DecimalText(
        digits=7,
        places=3,
        min_value=Decimal("0.001"),
        required=False,
        help_text="1 where left out. A whole number, but for what is counted in hours.",
    )
    options = f.Metadata(required=False, help_text="Answers by the codes of the item's options.")

    def to_internal_value(self, data: Any) -> Any:
        """The line as a value of the domain."""
        values = super().to_internal_value(data)
        values["files"] = tuple(values.get("files", ()))
        return LineRequest(**values)


class QuoteCreate(Write):
    """What to price."""

    lines = f.ListOf(QuoteLineIn(), min_items=1, max_items=100)
    customer = f.Id("cus", source="customer_id", required=False, allow_null=True)
    branch = f.Id("brn", source="branch_id", required=False, allow_null=True)
    channel = f.Text(max_length=32, pattern=CLASS, required=False, allow_null=True)
    priority = f.Choice(PRIORITIES, enum="Priority", required=False)
    due_at = f.DateTime(required=False, allow_null=True)


class QuoteRefusalRead(Read):
    """Why there is no price."""

    code = f.Text(help_text="As a refusal of `POST /quotes` or of a file's content would have it.")
    detail = f.Computed(lambda row, ctx: refusal_text(row["code"]), f.Text())
    pointer = f.Text(allow_null=True, help_text="JSON pointer into what was asked for.")


class QuoteRequestRead(RecordRead):
    """A quote that was asked for, wherever it stands. It becomes the quote of the same id."""

    id = f.Id("quo")
    state = f.Computed(
        lambda row, ctx: request_state(row),
        f.Choice(["waiting", "ready", "refused", "cancelled"], enum="QuoteRequestState"),
        help_text="waiting: files are still being read. cancelled: nobody waited for it.",
    )
    customer = f.Id("cus", source="customer_id", allow_null=True)
    branch = f.Id("brn", source="branch_id", allow_null=True)
    files = f.Computed(
        lambda row, ctx: asked_files(row), f.ListOf(f.Text()), help_text="Ids of the files that are counted."
    )
    quote = f.Computed(
        lambda row, ctx: row if row.request is None else None,
        QuoteRead(),
        allow_null=True,
        help_text="Where it is ready.",
    )
    refusal = f.Computed(
        lambda row, ctx: row.refusal if request_state(row) == "refused" else None,
        QuoteRefusalRead(),
        allow_null=True,
    )


def request_state(row: Quote) -> str:
    """Where a quote that was asked for stands."""
    if row.request is None:
        return "ready"
    if row.refusal is None:
        return "waiting"
    return "cancelled" if row.refusal["code"] == CANCELLED else "refused"


def asked_files(row: Quote) -> list[str]:
    """The files of what was asked for, or of the price."""
    if row.request is not None:
        return list(row.request["files"])
    return sorted({one for line in row.lines for one in line["files"]})


def refusal_text(code: str) -> str:
    """The sentence of a refusal, in the language that is active; a common one where it needs more than its code."""
    known = CATALOGUE.get(code)
    sentence = str(known.message) if known is not None else ""
    return sentence if sentence and "{" not in sentence else str(_("There is no price for this."))


class QuoteOpen(Write):
    """The secret of an anonymous quote."""

    secret = f.Text(max_length=100)

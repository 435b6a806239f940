"""The price engine: pure functions from a request, rules and taxes to a price with its trace.

No clock, no database, no settings: the same arguments give the same answer, byte for byte, whatever the
order of the rules. Numbers are `Decimal` under a context of the engine's own; nothing is ever a float.

A line is priced in this order, each step rounded by the business's rounding (mode and step):

1. base     the units by the bands of the base rule. Units are pages × quantity for `page`, copies ×
            quantity for `copy`, else the quantity. Pages are counted by document: two documents of three
            pages have two first pages.
2. option   for each option of the line, in the order of its code, what its value adds.
3. copies   each copy after the first by the copies rule (not for the unit `copy`, whose base counts them).
4. urgency  what priority or lead time adds to the sum of 1 to 3.
5. tax      by component of the price and tax rate, rounded once a line and rate, to the minor unit.

Which rule counts is in `precedence.py`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from decimal import ROUND_HALF_EVEN, Context, Decimal, localcontext
from typing import Any

from backend.business.catalog.types import Unit
from backend.business.pricing.errors import PriceRuleMissing, PriceTooLarge, TaxRateMissing
from backend.business.pricing.precedence import best_rule, missing_dimension, option_rules
from backend.business.pricing.types import (
    Band,
    BandMode,
    BaseFormula,
    Charge,
    Component,
    CopiesFormula,
    EngineLine,
    EngineRequest,
    MissingPrice,
    OptionFormula,
    Per,
    Priced,
    PricedComponent,
    PricedLine,
    PricedTax,
    Rule,
    Tax,
    UrgencyFormula,
)
from backend.kernel.ids import encode
from backend.kernel.money import Money, round_to_int, total

ENGINE = "guildhall-price/1"
"""The version of the rules of this module; it changes when a price could change."""

MAX_TOTAL = 10**15
"""The largest price in minor units; far under a bigint, so that sums of orders stay in it."""

_CONTEXT = Context(prec=60, rounding=ROUND_HALF_EVEN)
_HUNDRED = Decimal(100)


def price(request: EngineRequest, rules: Iterable[Rule], taxes: Iterable[Tax]) -> Priced:
    """Prices every line of the request.

    Raises PriceRuleMissing (all lines without a price at once), TaxRateMissing and PriceTooLarge.
    """
    with localcontext(_CONTEXT):
        return _price(request, tuple(rules), tuple(taxes))


def _price(request: EngineRequest, rules: Sequence[Rule], taxes: Sequence[Tax]) -> Priced:
    missing: list[MissingPrice] = []
    works = []
    for line in request.lines:
        work = _Work(request, line)
        lacking = _price_line(work, rules)
        if lacking:
            missing.append(lacking)
        works.append(work)
    if missing:
        raise PriceRuleMissing(missing)
    lines = [_tax_line(work, taxes) for work in works]
    unit = request.currency
    subtotal = total((line.net for line in lines), unit)
    tax = total((line.tax for line in lines), unit)
    grand = total((line.total for line in lines), unit)
    if grand.minor > MAX_TOTAL:
        raise PriceTooLarge()
    trace = {
        "engine": ENGINE,
        "at": request.at.isoformat(),
        "currency": unit.code,
        "rounding": {"mode": request.rounding.mode, "step": Money(request.rounding.step, unit).text},
        "inputs": _shared_inputs(request),
        "lines": [work.trace(line) for work, line in zip(works, lines, strict=True)],
        "subtotal": subtotal.text,
        "tax": tax.text,
        "total": grand.text,
    }
    ends = [request.due_at, *(work.holds_until for work in works)]
    holds_until = min((end for end in ends if end is not None), default=None)
    return Priced(tuple(lines), subtotal, tax, grand, trace, digest(trace), holds_until)


def canonical(trace: Mapping[str, Any]) -> bytes:
    """The canonical JSON of a trace: sorted keys, no spaces, UTF-8."""
    return json.dumps(
        trace, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    ).encode()


def digest(trace: Mapping[str, Any]) -> str:
    """The SHA-256 of the canonical JSON of a trace, in hex."""
    return hashlib.sha256(canonical(trace)).hexdigest()


def number(value: Decimal) -> str:
    """A decimal in plain notation without trailing zeros, at most 12 decimals."""
    text = f"{value:.12f}" if _places(value) > 12 else f"{value:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


@dataclass(slots=True)
class _Work:
    """A line on its way through the steps: what it costs so far, and how that came."""

    request: EngineRequest
    line: EngineLine
    units: Decimal = Decimal(0)
    components: list[PricedComponent] = field(default_factory=list)
    steps: list[dict[str, Any]] = field(default_factory=list)
    holds_until: datetime | None = None

    @property
    def gross(self) -> Money:
        """The sum of the steps so far."""
        return total((one.amount for one in self.components), self.request.currency)

    def add(
        self,
        component: Component,
        label: str,
        exact: Decimal,
        rule: Rule,
        weight: int,
        formula: str,
    ) -> None:
        """Adds a step: `exact` is in units of the currency and is rounded here, by the business's rounding."""
        unit, rounding = self.request.currency, self.request.rounding
        minor = round_to_int(exact.scaleb(unit.exponent), rounding.mode, rounding.step)
        if minor > MAX_TOTAL:
            raise PriceTooLarge(pointer=f"/lines/{self.line.ref}")
        amount = Money(minor, unit)
        self.components.append(PricedComponent(component, label, amount))
        self.steps.append(
            {
                "step": component.value,
                "label": label,
                "rule": encode("prc", rule.id),
                "rule_version": rule.version,
                "rule_weight": weight,
                "formula": formula,
                "exact": number(exact),
                "rounded": amount.text,
            }
        )

    def trace(self, priced: PricedLine) -> dict[str, Any]:
        """The line as the trace tells it."""
        return {
            "ref": self.line.ref,
            "item": self.line.item_code,
            "inputs": _line_inputs(self.line),
            "units": number(self.units),
            "steps": self.steps,
            "net": priced.net.text,
            "tax": priced.tax.text,
            "total": priced.total.text,
        }


def _price_line(work: _Work, rules: Sequence[Rule]) -> MissingPrice | None:
    """Steps 1 to 4 of a line; answers what lacks a rule, None where nothing does."""
    request, line = work.request, work.line
    found = best_rule(Component.BASE, request, line, rules)
    if found is None:
        return _missing(work, Component.BASE, rules)
    rule, weight = found
    exact, formula = _base_amount(work, rule.formula)
    work.add(Component.BASE, Component.BASE.value, exact, rule, weight, formula)
    base = work.components[0].amount.amount

    for code, rule, weight in option_rules(request, line, rules):
        assert isinstance(rule.formula, OptionFormula)
        charge = rule.formula.values.get(line.options[code])
        if charge is not None:
            times = work.units if rule.formula.per is Per.UNIT else Decimal(1)
            exact, formula = _charge(charge, times, base)
            work.add(Component.OPTION, f"{code}={line.options[code]}", exact, rule, weight, formula)

    if line.copies > 1 and line.unit is not Unit.COPY:
        found = best_rule(Component.COPIES, request, line, rules)
        if found is None:
            return _missing(work, Component.COPIES, rules)
        rule, weight = found
        assert isinstance(rule.formula, CopiesFormula)
        exact, formula = _progressive(rule.formula.bands, Decimal(line.copies - 1), base)
        work.add(Component.COPIES, Component.COPIES.value, exact, rule, weight, formula)

    found = best_rule(Component.URGENCY, request, line, rules)
    if found is not None:
        rule, weight = found
        assert isinstance(rule.formula, UrgencyFormula)
        work.holds_until = _next_lead_time(request, rule.formula, work.gross.amount)
        hurry = _urgency(request, rule.formula, work.gross.amount)
        if hurry is not None:
            label, exact, formula = hurry
            work.add(Component.URGENCY, label, exact, rule, weight, formula)
    return None


def _missing(work: _Work, component: Component, rules: Sequence[Rule]) -> MissingPrice:
    line = work.line
    pair = f"{line.source or '*'}→{line.target or '*'}" if line.source or line.target else ""
    dimension = missing_dimension(component, work.request, line, rules)
    return MissingPrice(line.ref, line.item_code, pair, component, dimension)


def _base_amount(work: _Work, formula: Any) -> tuple[Decimal, str]:
    """The base price of a line, exact, and how it is computed; sets the line's units."""
    assert isinstance(formula, BaseFormula)
    line = work.line
    if line.unit is Unit.PAGE:
        each, times = Decimal(line.pages or 1), line.quantity
    elif line.unit is Unit.COPY:
        each, times = Decimal(line.copies), line.quantity
    else:
        each, times = line.quantity, Decimal(1)
    work.units = each * times
    if formula.mode is BandMode.VOLUME:
        band = next(band for band in reversed(formula.bands) if band.from_unit <= max(each, Decimal(1)))
        exact, text = _charge(band.charge, each, Decimal(0))
    else:
        exact, text = _progressive(formula.bands, each, Decimal(0))
    if times != 1:
        exact, text = exact * times, f"({text}) × {number(times)}"
    if formula.minimum is not None and exact < formula.minimum:
        exact, text = formula.minimum, f"max({text}, {number(formula.minimum)})"
    return exact, text


def _progressive(bands: Sequence[Band], units: Decimal, base: Decimal) -> tuple[Decimal, str]:
    """What `units` cost where each unit costs what its own band says."""
    exact, terms = Decimal(0), []
    for index, band in enumerate(bands):
        start = Decimal(band.from_unit - 1)
        end = Decimal(bands[index + 1].from_unit - 1) if index + 1 < len(bands) else units
        count = min(units, end) - start
        if count <= 0:
            break
        amount, term = _charge(band.charge, count, base)
        exact += amount
        terms.append(term)
    return exact, " + ".join(terms)


def _charge(charge: Charge, times: Decimal, base: Decimal) -> tuple[Decimal, str]:
    """A charge so many times; percents are of `base`."""
    if charge.percent is not None:
        exact = base * charge.percent / _HUNDRED * times
        return exact, f"{number(times)} × {number(charge.percent)}% of {number(base)}"
    amount = charge.amount or Decimal(0)
    return amount * times, f"{number(times)} × {number(amount)}"


def _urgency(
    request: EngineRequest, formula: UrgencyFormula, base: Decimal
) -> tuple[str, Decimal, str] | None:
    """The larger of what the priority and the lead time add, None where neither adds anything."""
    options = []
    charge = formula.priorities.get(request.priority)
    if charge is not None:
        options.append((f"priority={request.priority.value}", charge))
    if request.due_at is not None:
        lead = request.due_at - request.at
        seconds = lead.days * 86_400 + lead.seconds
        fitting = next((step for step in formula.lead_time if seconds < step[0] * 3600), None)
        if fitting is not None:
            options.append((f"lead_time<{fitting[0]}h", fitting[1]))
    answers = [(label, *_charge(charge, Decimal(1), base)) for label, charge in options]
    # Ties go to the priority, which comes first: max() keeps the first of equals.
    return max(answers, key=lambda answer: answer[1]) if answers else None


def _next_lead_time(request: EngineRequest, formula: UrgencyFormula, base: Decimal) -> datetime | None:
    """When the same wish will cost something else because less time is left, None where it never will."""
    if request.due_at is None:
        return None
    now = _urgency(request, formula, base)
    for hours, _charge_then in reversed(formula.lead_time):
        start = request.due_at - timedelta(hours=hours)
        if start < request.at:
            continue
        then = _urgency(replace(request, at=start + timedelta(microseconds=1)), formula, base)
        if (then[1] if then else Decimal(0)) != (now[1] if now else Decimal(0)):
            return start
    return None


def _tax_line(work: _Work, taxes: Sequence[Tax]) -> PricedLine:
    """Step 5: the taxes of a line, and its sums."""
    request, line = work.request, work.line
    rates = _rates(work, taxes)
    bases = [(one.component, one.amount.amount) for one in work.components]
    nets = []
    for component, gross in bases:
        inclusive = sum(
            (rate.rate for rate in rates if rate.inclusive and _applies(rate, component)), Decimal(0)
        )
        nets.append((component, gross / (1 + inclusive)))
    priced: list[PricedTax] = []
    for rate in rates:
        taxed = sum((net for component, net in nets if _applies(rate, component)), Decimal(0))
        exact = taxed * rate.rate
        minor = round_to_int(exact.scaleb(request.currency.exponent), rate.rounding)
        amount = Money(minor, request.currency)
        priced.append(PricedTax(rate.code, rate.rate, rate.inclusive, amount))
        work.steps.append(
            {
                "step": "tax",
                "label": rate.code,
                "rule": encode("tax", rate.id),
                "rule_version": rate.version,
                "inclusive": rate.inclusive,
                "formula": f"{number(rate.rate)} × {number(taxed)}",
                "exact": number(exact),
                "rounded": amount.text,
            }
        )
    unit = request.currency
    within = total((tax.amount for tax in priced if tax.inclusive), unit)
    above = total((tax.amount for tax in priced if not tax.inclusive), unit)
    return PricedLine(
        ref=line.ref,
        units=work.units,
        components=tuple(work.components),
        taxes=tuple(priced),
        net=work.gross - within,
        tax=within + above,
        total=work.gross + above,
    )


def _rates(work: _Work, taxes: Sequence[Tax]) -> list[Tax]:
    """The rates of a line's tax class in force, one a code (the latest), in the order of their codes."""
    line, at = work.line, work.request.at
    if line.tax_class is None:
        return []
    best: dict[str, Tax] = {}
    for tax in taxes:
        if tax.tax_class != line.tax_class or tax.effective_from > at:
            continue
        if tax.effective_until is not None and tax.effective_until <= at:
            continue
        known = best.get(tax.code)
        if known is None or _tax_order(tax) > _tax_order(known):
            best[tax.code] = tax
    if not best:
        raise TaxRateMissing(tax_class=line.tax_class, item=line.item_code, pointer=f"/lines/{line.ref}")
    return [best[code] for code in sorted(best)]


def _tax_order(tax: Tax) -> tuple[Any, ...]:
    return (tax.effective_from, tax.version, tax.id.int)


def _applies(tax: Tax, component: Component) -> bool:
    return not tax.applies_to or component in tax.applies_to


def _shared_inputs(request: EngineRequest) -> dict[str, Any]:
    return {
        "customer_class": request.customer_class,
        "branches": [encode("brn", branch) for branch in request.branches],
        "channel": request.channel,
        "priority": request.priority.value,
        "due_at": request.due_at.isoformat() if request.due_at else None,
    }


def _line_inputs(line: EngineLine) -> dict[str, Any]:
    return {
        "service": encode("svc", line.service) if line.service else None,
        "product": encode("prd", line.product) if line.product else None,
        "variant": encode("var", line.variant) if line.variant else None,
        "categories": [encode("ter", category) for category in line.categories],
        "unit": line.unit.value,
        "source": line.source,
        "target": line.target,
        "document_type": line.document_type,
        "pages": line.pages,
        "copies": line.copies,
        "quantity": number(line.quantity),
        "options": dict(sorted(line.options.items())),
        "tax_class": line.tax_class,
    }

"""The price engine for any rules and lines: sums, order, monotony, and the same trace for ever."""

from __future__ import annotations

import json
import random
import uuid
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import ROUND_CEILING, Context, Decimal, localcontext
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.business.catalog.types import Unit
from backend.business.pricing.engine import canonical, digest, price
from backend.business.pricing.errors import PriceRuleMissing
from backend.business.pricing.precedence import TESTS, fits
from backend.business.pricing.types import (
    Band,
    BandMode,
    BaseFormula,
    Charge,
    Component,
    CopiesFormula,
    EngineLine,
    EngineRequest,
    OptionFormula,
    Per,
    Priced,
    Priority,
    Rounding,
    Rule,
    Tax,
    UrgencyFormula,
)
from backend.kernel.ids import encode
from backend.kernel.money import ROUNDING_MODES, currency

AT = datetime(2026, 3, 1, 9, tzinfo=UTC)
SERVICES = [uuid.UUID(int=index + 1) for index in range(3)]
BRANCHES = [uuid.UUID(int=index + 100) for index in range(3)]

amounts = st.decimals(min_value=0, max_value=10**7, places=2, allow_nan=False, allow_infinity=False)
percents = st.decimals(min_value=0, max_value=300, places=2, allow_nan=False, allow_infinity=False)
charges = st.one_of(
    amounts.map(lambda value: Charge(amount=value)), percents.map(lambda value: Charge(percent=value))
)
fixed = amounts.map(lambda value: Charge(amount=value))
uuids = st.uuids(version=4)


@st.composite
def bands(draw: Any, charge: Any) -> tuple[Band, ...]:
    """Bands that start at 1 and rise."""
    starts = [1, *sorted(draw(st.sets(st.integers(2, 40), max_size=4)))]
    return tuple(Band(start, draw(charge)) for start in starts)


@st.composite
def formulas(draw: Any, component: Component, mode: BandMode | None = None) -> Any:
    """A formula of a component."""
    if component is Component.BASE:
        chosen = mode or draw(st.sampled_from(BandMode))
        return BaseFormula(draw(bands(fixed)), chosen, draw(st.none() | amounts))
    if component is Component.COPIES:
        return CopiesFormula(draw(bands(charges)))
    if component is Component.OPTION:
        values = draw(st.dictionaries(st.sampled_from(["yes", "no", "gold"]), charges, min_size=1))
        return OptionFormula(
            draw(st.sampled_from(["embroidery", "level"])), values, draw(st.sampled_from(Per))
        )
    return UrgencyFormula(
        draw(st.dictionaries(st.sampled_from(Priority), charges, min_size=1)),
        tuple((hours, draw(charges)) for hours in sorted(draw(st.sets(st.integers(1, 200), max_size=3)))),
    )


@st.composite
def rules(draw: Any, mode: BandMode | None = None) -> Rule:
    """A rule with any dimensions, in force or not."""
    component = draw(st.sampled_from(Component))
    return Rule(
        id=draw(uuids),
        version=draw(st.integers(1, 5)),
        component=component,
        formula=draw(formulas(component, mode)),
        currency=draw(st.sampled_from(["UZS", "UZS", "UZS", "USD"])),
        effective_from=AT + timedelta(days=draw(st.integers(-30, 3))),
        effective_until=draw(st.none() | st.integers(4, 30).map(lambda days: AT + timedelta(days=days))),
        service=draw(st.none() | st.sampled_from(SERVICES)),
        customer_class=draw(st.none() | st.sampled_from(["retail", "agency"])),
        branch=draw(st.none() | st.sampled_from(BRANCHES)),
        channel=draw(st.none() | st.sampled_from(["online", "store"])),
        source=draw(st.none() | st.sampled_from(["en", "uz"])),
        target=draw(st.none() | st.sampled_from(["en", "uz"])),
        document_type=draw(st.none() | st.sampled_from(["passport", "diploma"])),
        rank=draw(st.integers(-2, 2)),
    )


def fallback(component: Component, formula: Any) -> Rule:
    """A rule that fits every line, so that nothing is missing."""
    return Rule(
        id=uuid.uuid5(uuid.NAMESPACE_OID, component.value),
        version=1,
        component=component,
        formula=formula,
        currency="UZS",
        effective_from=AT - timedelta(days=400),
    )


ALWAYS = [
    fallback(Component.BASE, BaseFormula((Band(1, Charge(amount=Decimal("70000.00"))),))),
    fallback(Component.COPIES, CopiesFormula((Band(1, Charge(percent=Decimal(50))),))),
]

taxes = st.lists(
    st.builds(
        Tax,
        id=uuids,
        version=st.integers(1, 3),
        tax_class=st.just("standard"),
        code=st.sampled_from(["vat", "city", "luxury"]),
        rate=st.decimals(min_value=0, max_value=1, places=4),
        inclusive=st.booleans(),
        effective_from=st.integers(1, 90).map(lambda days: AT - timedelta(days=days)),
        applies_to=st.frozensets(st.sampled_from(Component), max_size=2),
        rounding=st.sampled_from(sorted(ROUNDING_MODES)),
    ),
    min_size=1,
    max_size=5,
)


@st.composite
def lines(draw: Any, ref: str = "0") -> EngineLine:
    """A line of any unit, in parts only where there are parts of the unit."""
    unit = draw(st.sampled_from(Unit))
    return EngineLine(
        ref=ref,
        item_code="translation",
        unit=unit,
        service=draw(st.sampled_from(SERVICES)),
        source=draw(st.none() | st.sampled_from(["en", "uz"])),
        target=draw(st.none() | st.sampled_from(["en", "uz"])),
        document_type=draw(st.none() | st.sampled_from(["passport", "diploma"])),
        pages=draw(st.integers(1, 60)),
        copies=draw(st.integers(1, 8)),
        quantity=draw(
            st.decimals(min_value="0.001", max_value=20, places=3)
            if unit.divisible
            else st.integers(1, 20).map(Decimal)
        ),
        options=draw(
            st.dictionaries(st.sampled_from(["embroidery", "level"]), st.sampled_from(["yes", "no", "gold"]))
        ),
        tax_class=draw(st.sampled_from([None, "standard"])),
    )


@st.composite
def requests(draw: Any) -> EngineRequest:
    """A request of a few lines."""
    return EngineRequest(
        lines=tuple(draw(lines(str(index))) for index in range(draw(st.integers(1, 3)))),
        currency=currency("UZS"),
        at=AT,
        rounding=Rounding(
            draw(st.sampled_from(sorted(ROUNDING_MODES))), draw(st.sampled_from([1, 100, 10_000]))
        ),
        customer_class=draw(st.none() | st.sampled_from(["retail", "agency"])),
        branches=tuple(draw(st.permutations(BRANCHES)))[: draw(st.integers(0, 3))],
        channel=draw(st.none() | st.sampled_from(["online", "store"])),
        priority=draw(st.sampled_from(Priority)),
        due_at=draw(st.none() | st.integers(1, 400).map(lambda hours: AT + timedelta(hours=hours))),
    )


def find_floats(value: Any) -> bool:
    """Whether a float is anywhere in a JSON value."""
    if isinstance(value, dict):
        return any(find_floats(one) for one in value.values())
    if isinstance(value, list):
        return any(find_floats(one) for one in value)
    return isinstance(value, float)


@settings(max_examples=150, deadline=None)
@given(requests(), st.lists(rules(), max_size=8), taxes)
def test_sums_hold(request: EngineRequest, some: list[Rule], rates: list[Tax]) -> None:
    """A line is its net and tax, its components are its price, and the total is the sum of the lines."""
    priced = price(request, [*some, *ALWAYS], rates)
    for line in priced.lines:
        assert line.net + line.tax == line.total
        gross = sum(one.amount.minor for one in line.components)
        above = sum(tax.amount.minor for tax in line.taxes if not tax.inclusive)
        assert line.total.minor == gross + above
        assert line.tax.minor == sum(tax.amount.minor for tax in line.taxes)
        assert all(one.amount.minor >= 0 for one in line.components)
        assert all(one.amount.minor % request.rounding.step == 0 for one in line.components)
    assert priced.subtotal.minor == sum(line.net.minor for line in priced.lines)
    assert priced.tax.minor == sum(line.tax.minor for line in priced.lines)
    assert priced.total.minor == sum(line.total.minor for line in priced.lines)
    assert priced.subtotal + priced.tax == priced.total


@settings(max_examples=100, deadline=None)
@given(requests(), st.lists(rules(), max_size=10), taxes, st.randoms(use_true_random=False))
def test_the_order_of_rules_and_taxes_does_not_matter(
    request: EngineRequest, some: list[Rule], rates: list[Tax], rng: random.Random
) -> None:
    """Shuffled arguments give the same trace, byte for byte."""
    first = price(request, [*some, *ALWAYS], rates)
    shuffled, mixed = [*some, *ALWAYS], list(rates)
    rng.shuffle(shuffled)
    rng.shuffle(mixed)
    assert canonical(price(request, shuffled, mixed).trace) == canonical(first.trace)


@settings(max_examples=100, deadline=None)
@given(requests(), st.lists(rules(), max_size=8), taxes)
def test_the_trace_is_reproducible_and_has_no_float(
    request: EngineRequest, some: list[Rule], rates: list[Tax]
) -> None:
    """The same arguments give the same digest, in any decimal context; the trace survives JSON."""
    first = price(request, [*some, *ALWAYS], rates)
    with localcontext(Context(prec=6, rounding=ROUND_CEILING)):
        again = price(request, [*some, *ALWAYS], rates)
    assert again.digest == first.digest
    assert not find_floats(first.trace)
    assert digest(json.loads(json.dumps(first.trace))) == first.digest


@settings(max_examples=100, deadline=None)
@given(requests(), st.lists(rules(mode=BandMode.PROGRESSIVE), max_size=6), taxes, st.integers(1, 50))
def test_more_pages_never_cost_less(
    request: EngineRequest, some: list[Rule], rates: list[Tax], more: int
) -> None:
    """With progressive bands a longer document costs at least as much, whatever the surcharges and taxes."""
    small = replace(request, lines=(request.lines[0],))
    large = replace(request, lines=(replace(request.lines[0], pages=(request.lines[0].pages or 1) + more),))
    before, after = price(small, [*some, *ALWAYS], rates), price(large, [*some, *ALWAYS], rates)
    assert _gross(after) >= _gross(before)


@settings(max_examples=100, deadline=None)
@given(requests(), formulas(Component.URGENCY), st.integers(0, 999))
def test_a_price_holds_as_long_as_it_says(request: EngineRequest, hurry: Any, part: int) -> None:
    """At any moment before, the same wish costs the same; it never holds longer than the time asked for."""
    request = replace(request, lines=tuple(replace(line, tax_class=None) for line in request.lines))
    always = [*ALWAYS, fallback(Component.URGENCY, hurry)]
    first = price(request, always, [])
    if request.due_at is None:
        assert first.holds_until is None
        return
    assert first.holds_until is not None
    assert request.at <= first.holds_until <= request.due_at
    if first.holds_until > request.at:
        later = request.at + (first.holds_until - request.at) * part / 1000
        assert _gross(price(replace(request, at=later), always, [])) == _gross(first)


def _gross(priced: Priced) -> int:
    return sum(one.amount.minor for line in priced.lines for one in line.components)


@settings(max_examples=100, deadline=None)
@given(requests(), st.lists(rules(), max_size=10))
def test_a_price_without_a_rule_is_refused_by_name(request: EngineRequest, some: list[Rule]) -> None:
    """A line has a base price by a rule that fits it, or the refusal names the line and a dimension."""
    usable = [
        rule
        for rule in some
        if rule.component is Component.BASE and rule.currency == "UZS" and rule.effective_from <= AT
    ]
    untaxed = replace(request, lines=tuple(replace(line, tax_class=None) for line in request.lines))
    bases = {encode("prc", rule.id) for rule in usable}
    for line in untaxed.lines:
        alone = replace(untaxed, lines=(line,))
        if any(fits(rule, alone, line) for rule in usable) and not (line.copies > 1):
            assert price(alone, some, []).trace["lines"][0]["steps"][0]["rule"] in bases
        elif not any(fits(rule, alone, line) for rule in usable):
            with pytest.raises(PriceRuleMissing) as refusal:
                price(alone, some, [])
            (one,) = refusal.value.missing
            assert (one.ref, one.component) == (line.ref, Component.BASE)
            assert one.dimension in {name for name, _ in TESTS}


@pytest.mark.parametrize("minutes", [0, 1, 59])
def test_a_rule_holds_from_its_start_until_just_before_its_end(minutes: int) -> None:
    """Periods are half-open."""
    rule = replace(ALWAYS[0], effective_from=AT, effective_until=AT + timedelta(hours=1), id=uuid.UUID(int=7))
    line = EngineLine(ref="0", item_code="x", unit=Unit.DOCUMENT, service=SERVICES[0])
    inside = EngineRequest(lines=(line,), currency=currency("UZS"), at=AT + timedelta(minutes=minutes))
    assert price(inside, [rule], []).total.minor == 70_000_00
    for moment in (AT - timedelta(microseconds=1), AT + timedelta(hours=1)):
        with pytest.raises(PriceRuleMissing) as refusal:
            price(replace(inside, at=moment), [rule], [])
        assert refusal.value.missing[0].dimension == "period"

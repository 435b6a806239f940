"""The price engine on figures that a price list really has."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from backend.business.catalog.types import Unit
from backend.business.pricing.engine import digest, price
from backend.business.pricing.errors import PriceRuleMissing, PriceTooLarge, TaxRateMissing
from backend.business.pricing.formulas import parse_formula
from backend.business.pricing.precedence import WEIGHTS
from backend.business.pricing.types import (
    Component,
    EngineLine,
    EngineRequest,
    MissingPrice,
    Priced,
    Priority,
    Rounding,
    Rule,
    Tax,
)
from backend.kernel.errors import Invalid
from backend.kernel.money import currency

AT = datetime(2026, 3, 1, 9, tzinfo=UTC)
TRANSLATION, CERTIFICATION, APOSTILLE = (uuid.UUID(int=index) for index in (1, 2, 3))
CENTRE, BRANCH = uuid.UUID(int=20), uuid.UUID(int=21)
_ids = iter(range(1000, 10_000))


def rule(component: Component, formula: dict[str, Any], **dimensions: Any) -> Rule:
    """A rule in force since last year."""
    given: dict[str, Any] = {
        "id": uuid.UUID(int=next(_ids)),
        "version": 1,
        "currency": "UZS",
        "effective_from": AT - timedelta(days=365),
        **dimensions,
    }
    parsed = parse_formula(component, formula, currency(given["currency"]))
    return Rule(component=component, formula=parsed, **given)


def pages(first: str, further: str) -> dict[str, Any]:
    """First page and further pages."""
    return {"bands": [{"from_unit": 1, "amount": first}, {"from_unit": 2, "amount": further}]}


def flat(amount: str) -> dict[str, Any]:
    """The same for every unit."""
    return {"bands": [{"from_unit": 1, "amount": amount}]}


def line(**given: Any) -> EngineLine:
    """Three pages of translation from English to Uzbek."""
    values: dict[str, Any] = {
        "ref": "0",
        "item_code": "translation",
        "unit": Unit.PAGE,
        "service": TRANSLATION,
        "source": "en",
        "target": "uz",
        "pages": 3,
        **given,
    }
    return EngineLine(**values)


def ask(*lines: EngineLine, **given: Any) -> EngineRequest:
    """A request in so'm."""
    values: dict[str, Any] = {"currency": currency("UZS"), "at": AT, **given}
    return EngineRequest(lines=lines or (line(),), **values)


def vat(rate: str = "0.12", **given: Any) -> Tax:
    """A value added tax of the class standard."""
    values: dict[str, Any] = {
        "id": uuid.UUID(int=next(_ids)),
        "version": 1,
        "tax_class": "standard",
        "code": "vat",
        "inclusive": False,
        "effective_from": AT - timedelta(days=1),
        **given,
    }
    return Tax(rate=Decimal(rate), **values)


BASE = rule(Component.BASE, pages("50000.00", "30000.00"), service=TRANSLATION)
URGENT = rule(Component.URGENCY, {"priorities": [{"priority": "urgent", "percent": "50"}]})


def amounts(priced: Priced) -> list[tuple[str, str]]:
    """The components of the first line."""
    return [(one.label, one.amount.text) for one in priced.lines[0].components]


def test_the_main_job() -> None:
    """Translation of 3 pages, 2 certified copies, apostille, urgent, with tax on top."""
    rules = [
        BASE,
        URGENT,
        rule(
            Component.BASE,
            {"bands": [{"from_unit": 1, "amount": "20000.00"}, {"from_unit": 2, "amount": "10000.00"}]},
            service=CERTIFICATION,
        ),
        rule(Component.BASE, flat("150000.00"), service=APOSTILLE),
    ]
    priced = price(
        ask(
            line(tax_class="standard"),
            line(
                ref="1",
                item_code="certification",
                unit=Unit.COPY,
                service=CERTIFICATION,
                copies=2,
                pages=None,
            ),
            line(ref="2", item_code="apostille", unit=Unit.DOCUMENT, service=APOSTILLE, pages=None),
            priority=Priority.URGENT,
        ),
        rules,
        [vat()],
    )
    assert amounts(priced) == [("base", "110000.00"), ("priority=urgent", "55000.00")]
    assert [one.net.text for one in priced.lines] == ["165000.00", "45000.00", "225000.00"]
    assert priced.lines[0].tax.text == "19800.00"
    assert (priced.subtotal.text, priced.tax.text, priced.total.text) == (
        "435000.00",
        "19800.00",
        "454800.00",
    )
    step = priced.trace["lines"][0]["steps"][0]
    assert step["formula"] == "1 × 50000 + 2 × 30000"
    assert step["rule_version"] == 1
    assert step["rule"].startswith("prc_")
    assert priced.digest == digest(priced.trace)


def test_copies_after_the_first_are_charged_by_bands() -> None:
    """The second and third copy at half the base price, the fourth and later at a fixed amount."""
    copies = rule(
        Component.COPIES,
        {"bands": [{"from_unit": 1, "percent": "50"}, {"from_unit": 3, "amount": "5000.00"}]},
    )
    priced = price(ask(line(copies=5)), [BASE, copies], [])
    assert amounts(priced)[1] == ("copies", "120000.00")  # 2 × 55,000 + 2 × 5,000
    assert price(ask(line(copies=1)), [BASE, copies], []).total.text == "110000.00"


def test_copies_without_a_rule_are_refused() -> None:
    """An additional copy is not given away, nor charged at a price that nobody set."""
    with pytest.raises(PriceRuleMissing) as refusal:
        price(ask(line(copies=2)), [BASE], [])
    assert refusal.value.missing[0].component is Component.COPIES
    assert refusal.value.problems[0].pointer == "/lines/0"


@pytest.mark.parametrize(
    ("hours", "label", "amount"),
    [
        (5, "lead_time<24h", "110000.00"),
        (24, "priority=urgent", "55000.00"),
        (60, "priority=urgent", "55000.00"),
        (500, "priority=urgent", "55000.00"),
    ],
)
def test_urgency_takes_the_larger_of_priority_and_lead_time(hours: int, label: str, amount: str) -> None:
    """Lead times are exclusive at their end: exactly 24 hours is not under 24."""
    haste = rule(
        Component.URGENCY,
        {
            "priorities": [{"priority": "urgent", "percent": "50"}],
            "lead_time": [{"under_hours": 24, "percent": "100"}, {"under_hours": 72, "amount": "20000.00"}],
        },
    )
    request = ask(priority=Priority.URGENT, due_at=AT + timedelta(hours=hours))
    assert amounts(price(request, [BASE, haste], []))[1] == (label, amount)


def test_rounding_is_to_the_step_of_the_business() -> None:
    """UZS to the hundred so'm; each step is rounded by itself and so the trace shows it."""
    odd = rule(Component.BASE, flat("33333.33"), service=TRANSLATION)
    third = rule(Component.URGENCY, {"priorities": [{"priority": "normal", "percent": "33.3333"}]})
    priced = price(ask(rounding=Rounding("half_up", 10_000)), [odd, third], [])
    assert amounts(priced) == [("base", "100000.00"), ("priority=normal", "33300.00")]
    assert priced.trace["lines"][0]["steps"][1]["exact"] == "33333.3"
    up = price(ask(rounding=Rounding("up", 10_000)), [odd, third], [])
    assert amounts(up) == [("base", "100000.00"), ("priority=normal", "33400.00")]


def test_inclusive_tax_is_taken_out_and_exclusive_is_put_on() -> None:
    """112,000 with 12% inside is 100,000 net; the same rate outside makes 112,000 of 100,000."""
    gross = rule(Component.BASE, flat("112000.00"), service=APOSTILLE)
    item = line(unit=Unit.DOCUMENT, service=APOSTILLE, tax_class="standard", pages=None)
    inside = price(ask(item), [gross], [vat(inclusive=True)]).lines[0]
    assert (inside.net.text, inside.tax.text, inside.total.text) == ("100000.00", "12000.00", "112000.00")
    outside = price(ask(item), [gross], [vat()]).lines[0]
    assert (outside.net.text, outside.tax.text, outside.total.text) == ("112000.00", "13440.00", "125440.00")


def test_a_tax_of_one_component_leaves_the_others_alone() -> None:
    """A tax on the haste only, as jewellers pay it on the wage only."""
    priced = price(
        ask(line(tax_class="standard"), priority=Priority.URGENT),
        [BASE, URGENT],
        [vat("0.10", applies_to=frozenset({Component.URGENCY}))],
    )
    assert priced.tax.text == "5500.00"


def test_tax_rates_change_on_their_day() -> None:
    """The rate in force at the time counts; a class without one is refused."""
    old = vat("0.15", effective_from=AT - timedelta(days=100), effective_until=AT)
    new = vat("0.12", effective_from=AT)
    request = ask(line(tax_class="standard"))
    assert price(request, [BASE], [old, new]).tax.text == "13200.00"
    assert price(replace(request, at=AT - timedelta(hours=1)), [BASE], [old, new]).tax.text == "16500.00"
    with pytest.raises(TaxRateMissing):
        price(request, [BASE], [old])


SPECIFIC: list[tuple[str, dict[str, Any]]] = [
    ("nothing", {}),
    ("document_type", {"document_type": "passport"}),
    ("pair", {"source": "en", "target": "uz"}),
    ("channel", {"channel": "online"}),
    ("branch", {"branch": BRANCH}),
    ("class", {"customer_class": "agency"}),
    ("service", {"service": TRANSLATION}),
]


@pytest.mark.parametrize("index", range(1, len(SPECIFIC)))
def test_an_earlier_dimension_outweighs_all_later_ones_together(index: int) -> None:
    """The published order: item, class, branch, channel, pair, document type."""
    name, wanted = SPECIFIC[index]
    weaker: dict[str, Any] = {}
    for _, dimensions in SPECIFIC[:index]:
        weaker |= dimensions
    strong = rule(Component.BASE, flat("1.00"), **wanted)
    weak = rule(Component.BASE, flat("2.00"), rank=1000, **weaker)
    request = ask(
        line(document_type="passport", pages=1),
        customer_class="agency",
        channel="online",
        branches=(BRANCH, CENTRE),
    )
    assert price(request, [weak, strong], []).total.text == "1.00", name
    assert WEIGHTS["service"] == WEIGHTS["product"]


def test_the_nearer_branch_then_the_rank_then_the_later_start_break_ties() -> None:
    """A branch's own price goes before its parent's, whatever the rank."""
    request = ask(line(pages=1), branches=(BRANCH, CENTRE))
    near = rule(Component.BASE, flat("1.00"), branch=BRANCH)
    far = rule(Component.BASE, flat("2.00"), branch=CENTRE, rank=9)
    assert price(request, [far, near], []).total.text == "1.00"
    assert price(replace(request, branches=(CENTRE,)), [far, near], []).total.text == "2.00"
    ranked = rule(Component.BASE, flat("3.00"), branch=BRANCH, rank=1)
    assert price(request, [near, ranked], []).total.text == "3.00"
    later = rule(Component.BASE, flat("4.00"), branch=BRANCH, rank=1, effective_from=AT - timedelta(days=1))
    assert price(request, [ranked, later, near], []).total.text == "4.00"


@pytest.mark.parametrize(
    ("dimensions", "missing"),
    [
        ({"service": APOSTILLE}, "item"),
        ({"effective_from": AT + timedelta(days=1)}, "period"),
        ({"currency": "USD"}, "currency"),
        ({"source": "ru", "target": "uz"}, "language_pair"),
        ({"document_type": "diploma"}, "document_type"),
        ({"customer_class": "vip"}, "customer_class"),
        ({"branch": BRANCH}, "branch"),
        ({"channel": "wholesale"}, "channel"),
    ],
)
def test_a_missing_price_names_the_dimension(dimensions: dict[str, Any], missing: str) -> None:
    """The refusal names the item, the pair and the first dimension that no rule fits."""
    given = {"service": TRANSLATION, **dimensions}
    with pytest.raises(PriceRuleMissing) as refusal:
        price(ask(), [rule(Component.BASE, flat("1.00"), **given)], [])
    (one,) = refusal.value.missing
    assert (one.item, one.pair, one.dimension) == ("translation", "en→uz", missing)
    assert "translation" in refusal.value.detail
    assert "en→uz" in refusal.value.detail


def test_an_item_without_a_pair_leaves_no_gap_in_the_sentence() -> None:
    missing = MissingPrice("0", "apostille", "", Component.COPIES, "item")
    said = PriceRuleMissing([missing]).detail
    assert said == "There is no copies price for apostille: no rule fits the item."


@pytest.mark.parametrize(
    ("hours", "priority", "holds"),
    [
        (100, Priority.NORMAL, 28),  # Until 72 hours are left.
        (49, Priority.NORMAL, 25),  # Until 24 are left.
        (23, Priority.NORMAL, 23),  # Until the time itself.
        (49, Priority.URGENT, 49),  # The priority costs as much as the last step of the lead time.
        (None, Priority.NORMAL, None),
    ],
)
def test_a_price_ends_where_haste_begins(hours: int | None, priority: Priority, holds: int | None) -> None:
    """Who waits with an order does not get the work sooner at the price of a later time."""
    hurry = {
        "priorities": [{"priority": "urgent", "percent": "100"}],
        "lead_time": [{"under_hours": 24, "percent": "100"}, {"under_hours": 72, "percent": "50"}],
    }
    due = None if hours is None else AT + timedelta(hours=hours)
    priced = price(ask(due_at=due, priority=priority), [BASE, rule(Component.URGENCY, hurry)], [])
    assert priced.holds_until == (None if holds is None else AT + timedelta(hours=holds))


def test_options_add_by_value() -> None:
    """A fixed charge a unit, a percentage of the base, and an option that nobody prices."""
    cap = uuid.UUID(int=50)
    item = EngineLine(
        ref="0",
        item_code="CAP-1",
        unit=Unit.ITEM,
        product=cap,
        quantity=Decimal(4),
        options={"embroidery": "yes", "finish": "gold", "note": "for Olga"},
    )
    rules = [
        rule(Component.BASE, flat("300.00"), product=cap, currency="UAH"),
        rule(
            Component.OPTION,
            {"option": "embroidery", "per": "unit", "values": [{"value": "yes", "amount": "120.00"}]},
            currency="UAH",
        ),
        rule(
            Component.OPTION,
            {"option": "finish", "values": [{"value": "gold", "percent": "10"}]},
            currency="UAH",
        ),
    ]
    priced = price(ask(item, currency=currency("UAH")), rules, [])
    assert amounts(priced) == [
        ("base", "1200.00"),
        ("embroidery=yes", "480.00"),
        ("finish=gold", "120.00"),
    ]


def test_volume_bands_price_every_unit_by_the_last_band() -> None:
    """Ten pieces at the price of ten, where progressive bands would keep the first nine dear."""
    formula = {"bands": [{"from_unit": 1, "amount": "100.00"}, {"from_unit": 10, "amount": "80.00"}]}
    cap = uuid.UUID(int=50)
    item = EngineLine(ref="0", item_code="CAP", unit=Unit.ITEM, product=cap, quantity=Decimal(10))
    volume = rule(Component.BASE, {**formula, "mode": "volume"}, product=cap)
    progressive = rule(Component.BASE, formula, product=cap)
    assert price(ask(item), [volume], []).total.text == "800.00"
    assert price(ask(item), [progressive], []).total.text == "980.00"


def test_hours_may_be_parts_and_have_a_minimum() -> None:
    """Half an hour costs the minimum; an hour and a half one and a half."""
    hourly = rule(Component.BASE, {**flat("100000.00"), "minimum": "100000.00"}, service=TRANSLATION)
    half = line(unit=Unit.HOUR, quantity=Decimal("0.5"), pages=None)
    assert price(ask(half), [hourly], []).total.text == "100000.00"
    longer = replace(half, quantity=Decimal("1.5"))
    assert price(ask(longer), [hourly], []).total.text == "150000.00"


@pytest.mark.parametrize(("code", "amount", "total"), [("JPY", "1200", "3600"), ("KWD", "1.250", "3.750")])
def test_currencies_of_other_exponents(code: str, amount: str, total: str) -> None:
    """The yen has no minor unit, the dinar three decimals."""
    known = rule(Component.BASE, flat(amount), currency=code)
    assert price(ask(currency=currency(code)), [known], []).total.text == total


def test_a_price_that_no_column_holds_is_refused() -> None:
    """The refusal comes before the number is too large for the database."""
    dear = rule(Component.BASE, flat("999999999999.00"))
    with pytest.raises(PriceTooLarge):
        price(ask(line(pages=100_000, quantity=Decimal(9_999_999))), [dear], [])


@pytest.mark.parametrize(
    ("component", "formula", "pointer"),
    [
        (Component.BASE, {}, "/formula/bands"),
        (Component.BASE, {"bands": [{"from_unit": 2, "amount": "1"}]}, "/formula/bands"),
        (Component.BASE, flat("1.001"), "/formula/bands/0/amount"),
        (Component.BASE, flat("-1"), "/formula/bands/0/amount"),
        (Component.BASE, flat("1e5"), "/formula/bands/0/amount"),
        (Component.BASE, {"bands": [{"from_unit": 1, "percent": "5"}]}, "/formula/bands/0"),
        (Component.BASE, {"bands": [{"from_unit": True, "amount": "5"}]}, "/formula/bands/0/from_unit"),
        (Component.BASE, {**flat("1"), "option": "x"}, "/formula/option"),
        (Component.BASE, {**flat("1"), "mode": "lucky"}, "/formula/mode"),
        (Component.COPIES, {"bands": [{"from_unit": 1, "amount": "1", "percent": "1"}]}, "/formula/bands/0"),
        (Component.OPTION, {"option": "x", "values": []}, "/formula/values"),
        (Component.OPTION, {"option": "X y", "values": [{"value": "a", "amount": "1"}]}, "/formula/option"),
        (Component.URGENCY, {}, "/formula"),
        (
            Component.URGENCY,
            {"priorities": [{"priority": "soon", "amount": "1"}]},
            "/formula/priorities/0/priority",
        ),
        (
            Component.URGENCY,
            {"lead_time": [{"under_hours": 9, "amount": "1"}, {"under_hours": 3, "amount": "1"}]},
            "/formula/lead_time",
        ),
    ],
)
def test_formulas_that_mean_nothing_are_refused(
    component: Component, formula: dict[str, Any], pointer: str
) -> None:
    """The refusal points at the member at fault."""
    with pytest.raises(Invalid) as refusal:
        parse_formula(component, formula, currency("UZS"))
    assert pointer in [problem.pointer for problem in refusal.value.problems]
    assert all(problem.detail for problem in refusal.value.problems)

"""Whatever rules and promotions there are: the lines' points sum to the whole, and a dry run says what is earned."""

from __future__ import annotations

import uuid
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.db import transaction as savepoint
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.business.catalog.models import Product, Service, Term
from backend.business.customers import facade as customers
from backend.business.loyalty import accruing
from backend.business.loyalty.earning import Buyer, Line, bases, work_out
from backend.business.loyalty.models import Lot, Promotion, Redemption, Rule
from backend.business.loyalty.services import locked_account
from backend.business.loyalty.types import Purchase, PurchaseLine
from backend.kernel import clock, db, tenancy
from backend.kernel.ids import new_id
from backend.kernel.permissions import system_principal

ITEMS = [uuid.UUID(int=number) for number in range(1, 5)]
"""Two services, then two products; `CATEGORIES` holds those of the products, nearest first."""
OUTER, INNER, OTHER = (uuid.UUID(int=number) for number in range(11, 14))
CATEGORIES = {ITEMS[2]: (INNER, OUTER), ITEMS[3]: (OTHER,)}

nets = st.lists(st.tuples(st.integers(-500, 5000), st.integers(0, 4)), min_size=1, max_size=6)
targets = st.fixed_dictionaries(
    {
        "item": st.integers(0, 7),
        "customer_class": st.sampled_from([None, "retail", "gold"]),
        "customer_kind": st.sampled_from([None, "individual", "agency"]),
        "customer_tag": st.sampled_from([None, "regular", "staff"]),
        "minimum": st.sampled_from([None, 0, 700, 6000]),
    }
)
rules = st.lists(
    st.tuples(
        targets,
        st.integers(0, 30),
        st.integers(1, 900),
        st.integers(0, 40),
        st.integers(-2, 2),
        st.integers(0, 2),
    ),
    max_size=5,
)
promotions = st.lists(st.tuples(targets, st.integers(1001, 100_000), st.booleans()), max_size=4)


def _item(number: int) -> dict[str, uuid.UUID | None]:
    found: dict[str, uuid.UUID | None] = {"service_id": None, "product_id": None, "category_id": None}
    if number in (1, 2):
        found["service_id"] = ITEMS[number - 1]
    elif number in (3, 4):
        found["product_id"] = ITEMS[number - 1]
    elif number:
        found["category_id"] = (OUTER, INNER, OTHER)[number - 5]
    return found


def _target(told: dict[str, Any]) -> dict[str, Any]:
    rest = {name: value for name, value in told.items() if name != "item"}
    return {"code": new_id().hex, "currency": "UZS", **rest, **_item(told["item"])}


def _rules(told: list[Any]) -> list[Rule]:
    # What the services refuse is not drawn: more points than minor units, or worth more than was paid.
    return [
        Rule(
            **_target(target),
            points=points,
            per=max(per, points, points * value),
            value=value,
            rank=rank,
            valid_days=days or None,
        )
        for target, points, per, value, rank, days in told
    ]


def _promotions(told: list[Any]) -> list[Promotion]:
    return [
        Promotion(**_target(target), factor=Decimal(factor) / 1000, combines=combines)
        for target, factor, combines in told
    ]


def _line(base: int, item: int) -> Line:
    named = _item(item)
    product = named["product_id"]
    return Line(base, named["service_id"], product, CATEGORIES.get(product, ()) if product else ())


@settings(max_examples=150, deadline=None)
@given(nets, st.integers(0, 200), st.integers(0, 300))
def test_what_earns_is_what_was_paid_for_without_tax(
    lines: list[tuple[int, int]], tax: int, redeemed_percent: int
) -> None:
    told = [net for net, _ in lines]
    total = max(0, sum(told)) * (1000 + tax) // 1000
    redeemed = min(total, total * redeemed_percent // 100)
    found = bases(told, total=total, redeemed=redeemed)
    whole = max(0, sum(told))
    assert all(base >= 0 for base in found)
    assert all(not base for base, net in zip(found, told, strict=True) if net <= 0)
    assert sum(found) == (whole * (total - redeemed) // total if total else 0)
    if not redeemed and total and min(told) >= 0:
        assert found == told


@settings(max_examples=150, deadline=None)
@given(nets, rules, promotions)
def test_lines_sum_to_the_whole_and_never_give_back_more_than_was_paid(
    told: list[tuple[int, int]], rule_set: list[Any], promotion_set: list[Any]
) -> None:
    lines = [_line(max(0, net), item) for net, item in told]
    known, offered = _rules(rule_set), _promotions(promotion_set)
    buyer = Buyer("gold", "individual", ("regular",))
    shares = work_out(lines, buyer, known, offered)
    for rule in known:
        mine = [(line, share) for line, share in zip(lines, shares, strict=True) if share.rule is rule]
        earned = sum(share.points for _, share in mine)
        multiplied = sum((line.base * share.factor for line, share in mine), Fraction(0))
        assert earned == int(multiplied // rule.per) * rule.points
        paid = sum(line.base for line, _ in mine)
        assert earned * max(1, rule.value) <= paid
        for line, share in mine:
            exact = line.base * share.factor * earned / multiplied if multiplied else 0
            assert abs(share.points - exact) < 1
    for line, share in zip(lines, shares, strict=True):
        assert share.factor >= 1
        if share.rule is None:
            assert (share.points, share.promotions) == (0, ())
        if not offered:
            assert share.factor == 1
        assert line.base or not share.points


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 5000), min_size=1, max_size=6), st.integers(1, 30), st.integers(1, 900))
def test_a_rule_for_everything_earns_as_it_did_for_the_whole_order(
    amounts: list[int], points: int, per: int
) -> None:
    rule = Rule(code="all", points=points, per=max(per, points), value=0, currency="UZS")
    shares = work_out([Line(base) for base in amounts], Buyer(), [rule], [])
    assert sum(share.points for share in shares) == sum(amounts) // rule.per * points


def test_promotions_stand_alone_or_combine() -> None:
    rule = Rule(code="all", points=1, per=100, value=1, currency="UZS")

    def offer(factor: str, *, combines: bool) -> Promotion:
        return Promotion(code=factor, factor=Decimal(factor), combines=combines, currency="UZS")

    def counts(*offered: Promotion, per: int = 100) -> tuple[set[str], Fraction, int]:
        rule.per = per
        [share] = work_out([Line(1000)], Buyer(), [rule], list(offered))
        return {one.code for one in share.promotions}, share.factor, share.points

    double, triple = offer("2", combines=False), offer("3", combines=False)
    half, more = offer("1.5", combines=True), offer("2.5", combines=True)
    assert counts(double, triple) == ({"3"}, Fraction(3), 30)
    assert counts(triple, half) == ({"3"}, Fraction(3), 30)
    assert counts(triple, half, more) == ({"1.5", "2.5"}, Fraction(15, 4), 37)
    # A point is worth one, so two of them for two that were paid is the most.
    assert counts(triple, per=2) == ({"3"}, Fraction(2), 1000)


def _catalogue() -> None:
    """The items of the lines, in the tenant."""
    outer, inner, other = (
        Term(id=key, kind="category", code=f"t{key.int}", parent_id=parent)
        for key, parent in ((OUTER, None), (INNER, OUTER), (OTHER, None))
    )
    Term.objects.bulk_create([outer, inner, other])
    Service.objects.bulk_create(
        [Service(id=key, code=f"s{key.int}", kind="other", unit="item") for key in ITEMS[:2]]
    )
    Product.objects.bulk_create(
        [Product(id=key, sku=f"P{key.int}", category_id=CATEGORIES[key][0]) for key in ITEMS[2:]]
    )


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(nets, rules.filter(bool), promotions, st.integers(0, 120))
def test_a_dry_run_says_what_is_earned(
    tenant: Any, told: list[tuple[int, int]], rule_set: list[Any], promotion_set: list[Any], redeemed: int
) -> None:
    info = tenancy.require_tenant()
    principal = system_principal(info.id, info.schema)
    moment = clock.now() - timedelta(days=1)
    with savepoint.atomic():
        _catalogue()
        Rule.objects.update(active=False)
        Rule.objects.bulk_create(_rules(rule_set))
        Promotion.objects.bulk_create(_promotions(promotion_set))
        customer = customers.create_customer(
            principal=principal, name="Ada", class_code="gold", tags=["regular"], force=True
        ).pk
        total = max(0, sum(net for net, _ in told))
        sale = Purchase(
            order_id=new_id(),
            customer_id=customer,
            branch_id=None,
            currency="UZS",
            total=total,
            lines=tuple(_sold(net, item) for net, item in told),
            completed_at=moment,
        )
        with db.transaction():
            Redemption.objects.create(
                account=locked_account(customer),
                points=1,
                worth=total * redeemed // 100,
                currency="UZS",
                state="committed",
                order_id=sale.order_id,
                expires_at=moment,
            )
        tried = accruing.tried(sale, moment)
        lots = accruing.earn_points(purchase=sale, at=moment)
        assert accruing.earn_points(purchase=sale, at=moment) == []
        assert [
            (lot.points, lot.value, lot.active_from, lot.expires_at) for lot in Lot.objects.order_by("part")
            if lot in lots
        ] == [
            (lot.points, lot.value.minor, lot.active_from, lot.expires_at) for lot in tried.lots
        ]  # fmt: skip
        # Read again, the lots say of their lines what the dry run said.
        kept = [line for lot in Lot.objects.filter(source_id=sale.order_id) for line in lot.earned]
        by_line = {line.line_id: line for line in kept}
        assert len(by_line) == len(kept)
        assert by_line == {line.line_id: line for line in tried.lines if line.points}
        assert tried.points == sum(line.points for line in tried.lines) == sum(lot.points for lot in lots)
        assert sum(line.base.minor for line in tried.lines) <= max(0, total - total * redeemed // 100)
        savepoint.set_rollback(True)


def _sold(net: int, item: int) -> PurchaseLine:
    named = _item(item)
    return PurchaseLine(net, new_id(), f"i{item}", named["service_id"], named["product_id"])

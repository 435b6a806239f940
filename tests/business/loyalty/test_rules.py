"""Rules by item, customer, amount and promotion: a dry run of an order says line by line what it earns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest

from backend.business.ledger import facade as ledger
from backend.business.loyalty import facade as loyalty
from backend.business.loyalty.models import Lot
from backend.business.orders import facade as orders
from backend.core.accounts import facade as accounts
from backend.kernel import clock
from backend.kernel.ids import decode, encode, new_id
from backend.kernel.tenancy import tenant_context
from backend.wiring import books
from tests.business.organizations.people import user
from tests.business.payments.shop import PRICE, Shop, minor, refused, uzs
from tests.support.client import Api
from tests.support.purchases import bought

AT_ONCE = 8
VALUE = 50_000
"""What a point of the standard rule is worth, in tiyin."""
NAMES = {"en": "A rule"}


@contextmanager
def rule(shop: Shop, code: str, *, kind: str = "rules", **more: Any) -> Iterator[Any]:
    """A rule (or a promotion) that is in force within the block."""
    terms = {"points": 1, "per": uzs(1_000_000), "value": uzs(VALUE)} if kind == "rules" else {"factor": "2"}
    made = shop.done(f"/loyalty/{kind}", {"code": code, "names": NAMES, **terms, **more})
    try:
        yield made
    finally:
        assert shop.owner.patch(f"/loyalty/{kind}/{made['id']}", json={"active": False}).status == 200


def promotion(shop: Shop, code: str, **more: Any) -> Any:
    return rule(shop, code, kind="promotions", **more)


def mixed(shop: Shop, customer: str | None, **more: Any) -> Any:
    """An order of a notarization (without tax) and an apostille (250 000, with 12% on top)."""
    lines = [{"service": shop.services["notarization"]}, {"service": shop.services["apostille"]}]
    return shop.order(customer, lines=lines, **more)


def dry_run(shop: Shop, order: Any, **more: Any) -> Any:
    with shop.nothing_changes():
        return shop.done("/loyalty/rules/dry-run", {"order": order["id"], **more})


def of_roles(shop: Shop, branch: str | None) -> Api:
    """Somebody who sees the rules, and the orders of a branch (of none where none is named)."""
    with tenant_context(shop.info):
        made = user("loyalty.rule.view")
        if branch:
            role = accounts.create_role(
                principal=None,
                code=f"r{new_id().hex[-8:]}",
                names=NAMES,
                permissions=["orders.order.view"],
            )
            accounts.assign_role(
                principal=None,
                user_id=made,
                role=role.code,
                scope="branch",
                branch_id=decode("brn", shop.branches[branch]),
            )
        return Api(shop.info, accounts.issue_session_for(made).access_token)


def earn(shop: Shop, customer: str, order: Any) -> list[Any]:
    """The order is paid and completed; the lots that it made, in their order."""
    if due := minor(order["outstanding"]):
        shop.pay(due, customer, order)
    shop.complete(shop.read(order))
    shop.settle()
    found = shop.owner.get("/loyalty/lots", query={"customer": customer}).json["data"]
    return sorted((lot for lot in found if lot["order"] == order["id"]), key=lambda lot: str(lot["id"]))


def said(lines: list[Any]) -> list[tuple[Any, ...]]:
    """What matters of lines: their rule, base, factor and points."""
    return [(line["rule_code"], minor(line["base"]), line["factor"], line["points"]) for line in lines]


def test_a_dry_run_of_an_order_says_line_by_line_what_it_then_earns(shop: Shop) -> None:
    customer = shop.customer()
    order = mixed(shop, customer)
    with (
        rule(
            shop,
            "apostilles",
            service=shop.services["apostille"],
            per=uzs(500_000),
            value=uzs(20_000),
            valid_days=30,
        ),
        promotion(shop, "double_notary", service=shop.services["notarization"]),
    ):
        tried = dry_run(shop, order)
        # The tax of the apostille earns nothing; each line has its rule, and only one of them a promotion.
        assert said(tried["lines"]) == [
            ("standard", PRICE, "2.000", 17),
            ("apostilles", 25_000_000, "1.000", 50),
        ]
        assert [line["promotions"] for line in tried["lines"]] == [["double_notary"], []]
        assert [line["line"] for line in tried["lines"]] == [line["id"] for line in order["lines"]]
        assert [(lot["points"], minor(lot["worth"])) for lot in tried["lots"]] == [
            (17, 17 * VALUE),
            (50, 50 * 20_000),
        ]
        assert (tried["points"], tried["rule"], minor(tried["worth"])) == (67, None, 17 * VALUE + 50 * 20_000)
        with shop.moved() as books:
            lots = earn(shop, customer, order)
        worth = minor(tried["worth"])
        assert (books[ledger.LOYALTY_EXPENSE], books[ledger.LOYALTY_LIABILITY]) == (worth, -worth)
        assert [(lot["points"], minor(lot["value"])) for lot in lots] == [(17, VALUE), (50, 20_000)]
        assert [line for lot in lots for line in lot["lines"]] == tried["lines"]
        assert shop.points(customer) == (67, 0)
        # The order is completed now: the dry run is of that time, and says the same.
        again = dry_run(shop, order)
        assert again["lines"] == tried["lines"]
        assert [lot["expires_at"] for lot in again["lots"]] == [lot["expires_at"] for lot in lots]
    # By the rules of now it would have earned otherwise; what it earned stays.
    assert [line["rule_code"] for line in dry_run(shop, order)["lines"]] == ["standard", "standard"]
    assert shop.points(customer) == (67, 0)


def test_lines_of_one_rule_are_rounded_together(shop: Shop) -> None:
    customer = shop.customer()
    lines = [{"service": shop.services["notarization"]}] * 3
    order = shop.order(customer, lines=lines)
    tried = dry_run(shop, order)
    # Three times 8.5 points: 25 and no 24.
    assert [line["points"] for line in tried["lines"]] == [9, 8, 8]
    assert (tried["points"], tried["rule_code"]) == (25, "standard")


def test_what_points_paid_for_earns_nothing(shop: Shop) -> None:
    customer = shop.customer()
    shop.earn_points(customer, 4)
    held = shop.done("/loyalty/redemptions", {"customer": customer, "points": 32})
    order = mixed(shop, customer, redemption=held["id"])
    total, paid = PRICE + 28_000_000, 32 * VALUE
    tried = dry_run(shop, order)
    whole = (PRICE + 25_000_000) * (total - paid) // total
    assert sum(minor(line["base"]) for line in tried["lines"]) == whole
    assert tried["points"] == whole // 1_000_000
    assert [lot["points"] for lot in earn(shop, customer, order)] == [tried["points"]]
    # An order that points paid for altogether earns none, and makes no lot.
    with tenant_context(shop.info):
        Lot.objects.filter(account__customer_id=decode("cus", customer)).update(taken=0, value=500_000)
    all_of_it = shop.done("/loyalty/redemptions", {"customer": customer, "points": 17})
    free = shop.order(customer, redemption=all_of_it["id"])
    assert (minor(free["outstanding"]), dry_run(shop, free)["lots"]) == (0, [])
    assert earn(shop, customer, free) == []


def test_rules_are_for_a_kind_a_tag_a_class_and_an_amount(shop: Shop) -> None:
    customer = shop.customer()
    order = mixed(shop, customer)

    def earns() -> list[tuple[Any, int]]:
        return [(line["rule_code"], line["points"]) for line in dry_run(shop, order)["lines"]]

    standard = [("standard", 8), ("standard", 25)]
    assert earns() == standard
    with rule(shop, "firms", customer_kind="agency"), rule(shop, "gold_only", customer_class="gold"):
        assert earns() == standard
    with rule(shop, "regulars", customer_tag="regular", points=2):
        assert earns() == standard
        assert shop.owner.patch(f"/customers/{customer}", json={"tags": ["new", "regular"]}).status == 200
        assert earns() == [("regulars", 17), ("regulars", 49)]
        # A rule for the item goes before one for the customer.
        with rule(shop, "none", service=shop.services["apostille"], points=0):
            assert earns() == [("regulars", 16), ("none", 0)]
    apostille = shop.services["apostille"]
    with rule(shop, "large", service=apostille, points=3, minimum=uzs(25_000_001)):
        assert earns() == standard
    with rule(shop, "enough", service=apostille, points=3, minimum=uzs(25_000_000)):
        assert earns() == [("standard", 8), ("enough", 75)]
        with rule(shop, "as_specific", service=apostille, points=4, rank=1):
            assert earns() == [("standard", 8), ("as_specific", 100)]
    with promotion(shop, "big_spender", factor="1.5", minimum=uzs(PRICE + 25_000_000)):
        assert sum(points for _, points in earns()) == 50


def test_promotions_never_give_back_more_than_was_paid(shop: Shop) -> None:
    customer = shop.customer()
    order = shop.order(customer)
    with (
        rule(shop, "half_back", customer_kind="individual", points=1, per=uzs(100), value=uzs(50)),
        promotion(shop, "threefold", factor="3"),
    ):
        tried = dry_run(shop, order)
        assert (tried["lines"][0]["factor"], minor(tried["worth"])) == ("2.000", PRICE)
        lots = earn(shop, customer, order)
    assert [(lot["points"], lot["lines"]) for lot in lots] == [(tried["points"], tried["lines"])]


def test_a_promotion_ends_and_a_dry_run_may_be_of_another_time(shop: Shop) -> None:
    order = shop.order(shop.customer())
    now = clock.now()

    def told(moment: Any) -> str:
        return str(moment.isoformat().replace("+00:00", "Z"))

    day = timedelta(days=1)
    with promotion(shop, "weekend", valid_from=told(now + day), valid_until=told(now + 2 * day)):
        assert dry_run(shop, order)["points"] == 8
        assert dry_run(shop, order, at=told(now + day))["points"] == 17
        assert dry_run(shop, order, at=told(now + 2 * day))["points"] == 8


def test_an_order_of_nobody_earns_nothing(shop: Shop) -> None:
    order = mixed(shop, None)
    tried = dry_run(shop, order)
    assert (tried["points"], tried["lots"], [line["rule"] for line in tried["lines"]]) == (
        0,
        [],
        [None, None],
    )


def test_dry_runs_are_refused(shop: Shop) -> None:
    customer = shop.customer()
    order = shop.order(customer)
    elsewhere = shop.order(customer, branch="siyob")["id"]
    with shop.nothing_changes():
        for body, code, pointer in (
            ({}, "loyalty_dry_run_ambiguous", "/order"),
            ({"order": order["id"], "amount": uzs(1)}, "loyalty_dry_run_ambiguous", "/order"),
            ({"order": order["id"], "customer": customer}, "loyalty_dry_run_ambiguous", "/customer"),
            ({"order": encode("ord", new_id())}, "reference_not_found", "/order"),
        ):
            refused(shop.post("/loyalty/rules/dry-run", body), 409, code, pointer)
        refused(
            shop.post("/loyalty/rules/dry-run", {"order": order["id"]}, by=shop.clerk),
            403,
            "permission_denied",
        )
    # A right to see rules is no right to see orders.
    rules_only = of_roles(shop, None)
    with_orders = of_roles(shop, "registon")
    with shop.nothing_changes():
        for who, which in ((rules_only, order["id"]), (rules_only, elsewhere), (with_orders, elsewhere)):
            hidden = shop.post("/loyalty/rules/dry-run", {"order": which}, by=who)
            refused(hidden, 409, "reference_not_found", "/order")
        seen = shop.post("/loyalty/rules/dry-run", {"order": order["id"]}, by=with_orders)
        assert seen.status == 200, seen
        told = shop.done("/loyalty/rules/dry-run", {"order": order["id"]})
        assert (seen.json["points"], seen.json["lines"]) == (told["points"], told["lines"])


def test_promotions_and_limits_are_checked(shop: Shop) -> None:
    service = shop.services["apostille"]
    body = {"code": "twice", "names": NAMES, "factor": "2"}
    category = encode("ter", new_id())
    dollars = {"amount": "1.00", "currency": "USD"}
    made = shop.done("/loyalty/promotions", {**body, "service": service, "minimum": uzs(100)})
    assert (made["service"], made["factor"], minor(made["minimum"])) == (service, "2.000", 100)
    path = f"/loyalty/promotions/{made['id']}"
    now = clock.now().isoformat().replace("+00:00", "Z")
    with shop.nothing_changes():
        for change, code, pointer in (
            ({}, "loyalty_promotion_code_taken", "/code"),
            ({"code": "x", "service": service, "category": category}, "loyalty_item_ambiguous", "/category"),
            ({"code": "x", "service": encode("svc", new_id())}, "reference_not_found", "/service"),
            ({"code": "x", "product": encode("prd", new_id())}, "reference_not_found", "/product"),
            ({"code": "x", "valid_from": now, "valid_until": now}, "loyalty_rule_period_empty", "/valid_until"),
            ({"code": "x", "minimum": dollars}, "reference_not_found", "/minimum/currency"),
        ):  # fmt: skip
            refused(shop.post("/loyalty/promotions", {**body, **change}), 409, code, pointer)
        for factor in ("1", "0.5", "100.001"):
            refused(
                shop.post("/loyalty/promotions", {**body, "code": "x", "factor": factor}),
                409,
                "values_refused",
            )
        assert shop.post("/loyalty/promotions", {**body, "code": "x", "factor": "1.0001"}).status == 400
        refused(shop.post("/loyalty/promotions", body, by=shop.clerk), 403, "permission_denied")
        both = shop.owner.patch(path, json={"category": category})
        refused(both, 409, "loyalty_item_ambiguous", "/category")
    changed = shop.owner.patch(path, json={"service": None, "minimum": None, "active": False}).json
    assert (changed["service"], changed["minimum"], changed["active"]) == (None, None, False)
    # What a rule names stays in the catalogue.
    with rule(shop, "kept", service=service):
        refused(shop.owner.delete(f"/services/{service}"), 409, "catalog_entry_in_use")


def test_an_order_on_several_terms_earns_once_however_often_it_is_told(
    shop: Shop, run_parallel: Callable[..., list[Any]]
) -> None:
    customer = shop.customer()
    order = mixed(shop, customer)
    with rule(shop, "other_terms", service=shop.services["apostille"], value=uzs(20_000)):
        with tenant_context(shop.info):
            sale = orders.purchase(decode("ord", order["id"]))
        assert sale is not None

        def act(_index: int) -> int:
            with tenant_context(shop.info):
                return len(loyalty.earn_points(purchase=sale))

        with shop.moved() as books:
            assert sorted(run_parallel(act, AT_ONCE)) == [0] * (AT_ONCE - 1) + [2]
    worth = 8 * VALUE + 25 * 20_000
    assert books == {ledger.LOYALTY_EXPENSE: worth, ledger.LOYALTY_LIABILITY: -worth}
    assert shop.points(customer) == (33, 0)


def test_what_a_cancelled_order_earned_is_taken_back_once(
    shop: Shop, run_parallel: Callable[..., list[Any]]
) -> None:
    customer = shop.customer()
    order = mixed(shop, customer)
    key = decode("ord", order["id"])
    with shop.moved() as books, tenant_context(shop.info):
        with rule(shop, "apostilles_too", service=shop.services["apostille"], value=uzs(20_000)):
            sale = orders.purchase(key)
            assert sale is not None
            assert [lot.points for lot in loyalty.earn_points(purchase=sale)] == [8, 25]
        # Three of the eight are used for another order, and five more were earned elsewhere.
        held = shop.done("/loyalty/redemptions", {"customer": customer, "points": 3})
        shop.order(customer, redemption=held["id"])
        loyalty.earn_points(purchase=bought(decode("cus", customer), 5_000_000))

        def act(_index: int) -> int:
            with tenant_context(shop.info):
                return loyalty.take_back_points(order_id=key)

        assert sorted(run_parallel(act, AT_ONCE)) == [0] * (AT_ONCE - 1) + [33]
        assert loyalty.earn_points(purchase=sale) == []
    assert shop.points(customer) == (2, 0)
    # Of five points the worth is left, and what three paid is an advance.
    assert books == {
        ledger.LOYALTY_EXPENSE: 5 * VALUE,
        ledger.LOYALTY_LIABILITY: -2 * VALUE,
        ledger.CUSTOMER_ADVANCES: -3 * VALUE,
    }


def test_points_that_are_used_up_are_missing_and_expired_ones_are_not(shop: Shop) -> None:
    customer = shop.customer()
    order = shop.order(customer)
    key = decode("ord", order["id"])
    with tenant_context(shop.info):
        sale = orders.purchase(key)
        assert sale is not None
        [lot] = loyalty.earn_points(purchase=sale)
        held = shop.done("/loyalty/redemptions", {"customer": customer, "points": 3})
        shop.order(customer, redemption=held["id"])
        Lot.objects.filter(pk=lot.pk).update(expires_at=clock.now() - timedelta(seconds=1))
        loyalty.expire_points()
        loyalty.earn_points(purchase=bought(decode("cus", customer), 2_000_000))
    # Five of the eight expired; three were used, and two of these are made up for.
    shop.move(order, "cancel")
    shop.settle()
    told = shop.owner.get("/events", query={"type": "loyalty.points_taken_back", "limit": "100"}).json["data"]
    mine = [event["data"] for event in told if event["data"]["order"] == order["id"]]
    assert [(data["points"], data["missing"]) for data in mine] == [(2, 1)]
    assert shop.points(customer) == (0, 0)
    assert balance(shop, customer) == (0, 1)


def used_up(shop: Shop, customer: str) -> tuple[Any, Any]:
    """An order that earned eight points before it is completed, and one that all of them paid for."""
    order = shop.order(customer)
    with tenant_context(shop.info):
        sale = orders.purchase(decode("ord", order["id"]))
        assert sale is not None
        loyalty.earn_points(purchase=sale)
    held = shop.done("/loyalty/redemptions", {"customer": customer, "points": 8})
    return order, shop.order(customer, redemption=held["id"])


def gaps(shop: Shop) -> list[tuple[str, int]]:
    """How far books and documents are apart; other tests of the module write points by hand."""
    with tenant_context(shop.info):
        found = ledger.control_differences(books.documents)
        assert ledger.balance_drift() == []
    return [(one.code, one.documents.minor - one.books.minor) for one in found]


def balance(shop: Shop, customer: str) -> tuple[int, int]:
    """Points that are available, and points that are owed."""
    found = shop.owner.get("/loyalty/lots/balance", query={"customer": customer}).json
    return found["available"], found["debt"]


def test_what_is_owed_is_settled_before_anything_is_redeemed(shop: Shop) -> None:
    customer, before = shop.customer(), gaps(shop)
    order, paid = used_up(shop, customer)
    with shop.moved() as entries:
        shop.move(order, "cancel")
        shop.settle()
    # What is owed is worth nothing in the books until it is settled.
    assert entries == {}
    assert balance(shop, customer) == (0, 8)
    shown = shop.owner.get("/loyalty/lots", query={"customer": customer}).json["data"]
    lines = sorted((row["kind"], row["points"], row["left"], row["order"] == order["id"]) for row in shown)
    assert lines == [("debt", -8, -8, True), ("order_cancelled", 8, 0, True)]

    sales = [bought(decode("cus", customer), 5_000_000) for _ in range(2)]
    with shop.moved() as entries, tenant_context(shop.info):
        loyalty.earn_points(purchase=sales[0])
    assert entries == {}
    assert balance(shop, customer) == (0, 3)
    reply = shop.post("/loyalty/redemptions", {"customer": customer, "points": 1})
    refused(reply, 409, "points_insufficient", "/points")
    shop.settle()
    told = shop.owner.get("/events", query={"type": "loyalty.debt_settled", "limit": "100"}).json["data"]
    mine = [event["data"] for event in told if event["data"]["order"] == order["id"]]
    assert [(data["points"], data["missing"], data["worth"]) for data in mine] == [(5, 3, uzs(5 * VALUE))]
    with tenant_context(shop.info):
        loyalty.earn_points(purchase=sales[1])
        assert balance(shop, customer) == (2, 0)
        # What settled the debt is owed anew when its own order is cancelled too, and nothing twice.
        assert sales[0].order_id is not None
        assert loyalty.take_back_points(order_id=sales[0].order_id) == 2
        assert loyalty.take_back_points(order_id=sales[0].order_id) == 0
        assert balance(shop, customer) == (0, 3)
        # What comes back from a redemption settles as well.
        shop.move(paid, "cancel")
        shop.settle()
        assert balance(shop, customer) == (5, 0)
    assert gaps(shop) == before


def test_debts_and_earnings_at_once_owe_and_settle_once(
    shop: Shop, run_parallel: Callable[..., list[Any]]
) -> None:
    customer, before = shop.customer(), gaps(shop)
    order, _paid = used_up(shop, customer)
    key = decode("ord", order["id"])
    sale = bought(decode("cus", customer), 5_000_000)

    def act(index: int) -> Any:
        with tenant_context(shop.info):
            if index < 3:
                return loyalty.take_back_points(order_id=key)
            if index < 6:
                return len(loyalty.earn_points(purchase=sale))
            return shop.post("/loyalty/redemptions", {"customer": customer, "points": 2}).status

    answers = run_parallel(act, AT_ONCE)
    assert sorted(answers[3:6]) == [0, 0, 1]
    held = 2 * answers[6:].count(201)
    assert set(answers[6:]) <= {201, 409}
    available, debt = balance(shop, customer)
    assert (available, debt) == (0, 8 - 5 + held)
    with tenant_context(shop.info):
        owed = Lot.objects.filter(account__customer_id=decode("cus", customer), source_type="debt")
        assert [(lot.points, lot.taken) for lot in owed] == [(-8, held - 5)]
    assert gaps(shop) == before


@pytest.fixture(scope="module", autouse=True)
def quiet(shop: Shop) -> Iterator[None]:
    """What the module's rules made is switched off at the end."""
    yield
    active = shop.owner.get("/loyalty/rules", query={"active": "true"}).json["data"]
    assert [row["code"] for row in active] == ["standard"]

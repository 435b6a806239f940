"""Points are earned once, set aside, used and given back; the liability in the books follows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from backend.business.ledger import facade as ledger
from backend.business.loyalty import facade as loyalty
from backend.business.loyalty.models import Lot, Rule
from backend.business.loyalty.services import TOPIC
from backend.business.loyalty.tasks import release_overdue
from backend.kernel import clock
from backend.kernel.events import signals
from backend.kernel.ids import decode, encode, new_id
from backend.kernel.tenancy import PUBLIC, tenant_context
from tests.business.payments.shop import PRICE, Shop, minor, refused, uzs
from tests.support.client import Reply
from tests.support.purchases import bought

AT_ONCE = 8
VALUE = 50_000
"""What a point is worth, in tiyin."""


def reserve(shop: Shop, customer: str, points: int, **more: Any) -> Reply:
    return shop.post("/loyalty/redemptions", {"customer": customer, "points": points}, **more)


def spend(shop: Shop, customer: str, redemption: Any) -> Reply:
    return shop.post(
        "/orders",
        {
            "customer": customer,
            "branch": shop.branches["registon"],
            "redemption": redemption["id"],
            "lines": [{"service": shop.services["notarization"]}],
        },
    )


def test_points_are_earned_once_by_a_completed_order(shop: Shop) -> None:
    customer = shop.customer()
    with shop.moved() as books:
        assert shop.earn_points(customer) == 8
    assert books[ledger.LOYALTY_EXPENSE] == 8 * VALUE
    assert books[ledger.LOYALTY_LIABILITY] == -8 * VALUE
    lot = shop.owner.get("/loyalty/lots", query={"customer": customer}).json["data"][0]
    assert (lot["points"], lot["left"], minor(lot["value"])) == (8, 8, VALUE)
    with tenant_context(shop.info), shop.nothing_changes():
        again = bought(decode("cus", customer), PRICE, order_id=decode("ord", lot["order"]))
        assert loyalty.earn_points(purchase=again) == []
    assert shop.points(customer) == (8, 0)


def test_points_told_of_after_their_period_was_closed_stand_in_the_books(shop: Shop) -> None:
    customer = shop.customer()
    now = clock.now()
    with tenant_context(shop.info):
        day = (now - timedelta(days=3)).date()
        ledger.close_period(through=day)
        try:
            sale = bought(decode("cus", customer), PRICE)
            [lot] = loyalty.earn_points(purchase=sale, at=now - timedelta(days=5))
        finally:
            ledger.reopen_period(since=day)
        # The points are of the day of their order, the entry of the first that could be.
        assert lot.active_from < now - timedelta(days=4)
        assert ledger.entries(keys=[f"points:{lot.pk}"])[0].at >= now
    assert shop.points(customer) == (8, 0)


def test_points_pay_for_an_order_and_release_the_liability(shop: Shop) -> None:
    customer = shop.customer()
    shop.earn_points(customer)
    held = reserve(shop, customer, 5).json
    assert (held["state"], minor(held["worth"])) == ("reserved", 5 * VALUE)
    assert shop.points(customer) == (3, 5)
    with shop.moved() as books:
        order = spend(shop, customer, held).json
    assert books == {ledger.LOYALTY_LIABILITY: 5 * VALUE, ledger.CUSTOMER_ADVANCES: -5 * VALUE}
    assert (minor(order["paid"]), order["redemption"]) == (5 * VALUE, held["id"])
    assert shop.owner.get(f"/orders/{order['id']}").json == order
    assert shop.read(held)["state"] == "committed"
    assert shop.points(customer) == (3, 0)


def test_a_cancelled_order_gives_its_points_back(shop: Shop) -> None:
    customer = shop.customer()
    shop.earn_points(customer)
    held = reserve(shop, customer, 5).json
    order = spend(shop, customer, held).json
    cash = shop.pay(1000, customer, order)
    with shop.moved() as books, shop.told() as events:
        shop.move(order, "cancel")
    assert events == ["payment.voided", "order.transitioned", "order.cancelled"]
    # The points are points again and no money; the cash is credit.
    assert books == {ledger.LOYALTY_LIABILITY: -5 * VALUE, ledger.CUSTOMER_ADVANCES: 5 * VALUE}
    assert shop.owes(customer) == (0, 1000)
    assert shop.read(cash)["allocations"][0]["state"] == "released"
    tender = next(
        row
        for row in shop.owner.get("/payments", query={"customer": customer}).json["data"]
        if row["method_code"] == "loyalty_points"
    )
    assert (tender["state"], tender["allowed_actions"]) == ("voided", [])
    assert tender["allocations"][0]["state"] == "released"
    body = {"allocations": [{"order": shop.order(customer)["id"]}]}
    refused(shop.post(f"/payments/{tender['id']}/allocations", body), 409, "payment_not_verified")
    with shop.moved() as books, shop.told() as events:
        shop.settle()
        shop.settle()
    assert (shop.read(held)["state"], shop.points(customer), books) == ("returned", (8, 0), {})
    assert events == ["loyalty.points_returned"]
    refused(spend(shop, customer, held), 409, "redemption_not_reserved")
    assert spend(shop, customer, reserve(shop, customer, 8).json).status == 201


def test_branches_settle_for_points_as_for_money(shop: Shop) -> None:
    customer = shop.customer()
    order = shop.order(customer, branch="siyob")
    shop.pay(PRICE, customer, order)
    shop.complete(order)
    shop.earn_points(customer)  # Eight of Siyob, then eight of Registon.
    held = reserve(shop, customer, 12).json
    liability, between = ledger.LOYALTY_LIABILITY, ledger.BRANCH_SETTLEMENTS
    with shop.moved_by_branch(liability, between) as moved:
        order = spend(shop, customer, held).json
        shop.settle()
        shop.settle()
    # Registon's order took four of its own and eight of Siyob's, whose liability is gone as well.
    assert moved == {
        ("siyob", liability): 8 * VALUE,
        ("siyob", between): -8 * VALUE,
        ("registon", liability): 4 * VALUE,
        ("registon", between): 8 * VALUE,
    }
    with shop.moved_by_branch(liability, between) as back:
        shop.move(order, "cancel")
        shop.settle()
    assert back == {place: -worth for place, worth in moved.items()}
    assert shop.points(customer) == (16, 0)


def test_points_that_come_back_after_their_day_expire(shop: Shop) -> None:
    customer = shop.customer()
    shop.earn_points(customer)
    order = spend(shop, customer, reserve(shop, customer, 5).json).json
    with tenant_context(shop.info):
        Lot.objects.filter(account__customer_id=decode("cus", customer)).update(expires_at=clock.now())
        loyalty.expire_points()
        shop.move(order, "cancel")
        shop.settle()
    assert shop.points(customer) == (0, 0)
    with tenant_context(shop.info), shop.moved() as books, shop.told() as events:
        assert loyalty.expire_points() == 5
    assert events == ["loyalty.points_expired"]
    assert books == {ledger.LOYALTY_LIABILITY: 5 * VALUE, ledger.LOYALTY_EXPENSE: -5 * VALUE}


def test_redemptions_are_refused(shop: Shop) -> None:
    customer, other = shop.customer(), shop.customer()
    shop.earn_points(customer)
    with shop.nothing_changes():
        refused(
            shop.post("/loyalty/redemptions", {"points": 1}), 409, "redemption_needs_customer", "/customer"
        )
        refused(reserve(shop, encode("cus", new_id()), 1), 409, "reference_not_found", "/customer")
        refused(reserve(shop, customer, 1, by=shop.accountant), 403, "permission_denied")
        assert reserve(shop, customer, 0).status == 400
        assert reserve(shop, customer, 2**63).status == 400
    refused(reserve(shop, customer, 9), 409, "points_insufficient", "/points")
    held = reserve(shop, customer, 8).json
    with shop.nothing_changes():
        refused(spend(shop, other, held), 409, "redemption_other_customer", "/redemption")
        body = {"branch": shop.branches["registon"], "redemption": held["id"],
                "lines": [{"service": shop.services["notarization"]}]}  # fmt: skip
        refused(shop.post("/orders", body), 409, "redemption_other_customer", "/redemption")
    given = shop.post(f"/loyalty/redemptions/{held['id']}/cancellation", {}).json
    assert (given["state"], shop.points(customer)) == ("cancelled", (8, 0))
    with shop.nothing_changes():
        refused(spend(shop, customer, held), 409, "redemption_not_reserved", "/redemption")
        again = shop.post(f"/loyalty/redemptions/{held['id']}/cancellation", {})
        refused(again, 409, "redemption_not_reserved")


def test_points_worth_more_than_the_order_are_refused(shop: Shop) -> None:
    customer = shop.customer()
    with tenant_context(shop.info):
        loyalty.earn_points(purchase=bought(decode("cus", customer), 200_000_000))
    held = reserve(shop, customer, 171).json
    with shop.nothing_changes():
        refused(spend(shop, customer, held), 409, "redemption_exceeds_total", "/redemption")
    shop.post(f"/loyalty/redemptions/{held['id']}/cancellation", {})
    exact = reserve(shop, customer, 170).json
    order = spend(shop, customer, exact).json
    assert minor(order["outstanding"]) == 0


def test_points_worth_nothing_pay_nothing_and_break_nothing(shop: Shop) -> None:
    customer = shop.customer()
    with tenant_context(shop.info):
        Rule.objects.update(value=0)
        try:
            loyalty.earn_points(purchase=bought(decode("cus", customer), PRICE))
        finally:
            Rule.objects.update(value=VALUE)
    held = reserve(shop, customer, 3).json
    order = spend(shop, customer, held)
    assert order.status == 201, order
    assert minor(order.json["paid"]) == 0


def test_what_is_set_aside_runs_out(shop: Shop) -> None:
    customer = shop.customer()
    shop.earn_points(customer)
    held = reserve(shop, customer, 8).json
    future = clock.now() + timedelta(minutes=31)
    with tenant_context(shop.info), clock.use(lambda: future):
        assert loyalty.release_overdue_redemptions() >= 1
        assert loyalty.release_overdue_redemptions() == 0
    assert shop.read(held)["state"] == "cancelled"
    assert shop.points(customer) == (8, 0)
    refused(spend(shop, customer, held), 409, "redemption_not_reserved")


def test_a_reservation_that_ran_out_is_over_before_anybody_tidies_up(shop: Shop) -> None:
    customer = shop.customer()
    shop.earn_points(customer)
    held = reserve(shop, customer, 5).json
    future = clock.now() + timedelta(minutes=30, seconds=1)
    path = f"/loyalty/redemptions/{held['id']}/cancellation"
    with clock.use(lambda: future):
        client = shop.fresh_owner()
        assert client.get(f"/loyalty/redemptions/{held['id']}").json["state"] == "cancelled"
        listed = client.get("/loyalty/redemptions", query={"customer": customer, "state": "reserved"})
        assert listed.json["data"] == []
        balance = client.get("/loyalty/lots/balance", query={"customer": customer}).json
        assert (balance["available"], balance["reserved"], minor(balance["worth"])) == (8, 0, 8 * VALUE)
        refused(client.post(path), 409, "redemption_not_reserved")
        # The sweep looks just then, and not before.
        with tenant_context(PUBLIC):
            assert (shop.info.schema, TOPIC) in signals.due(future)
        with tenant_context(shop.info):
            assert release_overdue.run() >= 1
    assert shop.points(customer) == (8, 0)
    assert shop.read(held)["state"] == "cancelled"


def test_the_lot_that_ends_soonest_goes_first(shop: Shop) -> None:
    customer = shop.customer()
    shop.earn_points(customer, 2)
    with tenant_context(shop.info):
        old, young = Lot.objects.filter(account__customer_id=decode("cus", customer)).order_by("pk")
        Lot.objects.filter(pk=young.pk).update(expires_at=clock.now() + timedelta(days=1))
    assert reserve(shop, customer, 9).status == 201
    with tenant_context(shop.info):
        taken = dict(Lot.objects.filter(pk__in=[old.pk, young.pk]).values_list("pk", "taken"))
    assert taken == {young.pk: 8, old.pk: 1}


def test_rules_are_checked(shop: Shop) -> None:
    body = {"code": "gold", "names": {"en": "Gold"}, "points": 1, "per": uzs(1000), "value": uzs(10)}
    with shop.nothing_changes():
        for change, code, pointer in (
            ({"code": "standard"}, "loyalty_rule_code_taken", "/code"),
            ({"per": uzs(0)}, "loyalty_rule_not_positive", "/per"),
            ({"points": 1001}, "loyalty_rule_too_generous", "/points"),
            ({"value": uzs(1001)}, "loyalty_rule_too_generous", "/value"),
            (
                {"per": uzs(1), "points": 1_000_000, "value": uzs(2**63 - 1)},
                "loyalty_rule_too_generous",
                "/points",
            ),
            ({"value": {"amount": "1.00", "currency": "USD"}}, "reference_not_found", "/value/currency"),
        ):
            refused(shop.post("/loyalty/rules", {**body, **change}), 409, code, pointer)
        negative = {**body, "value": {"amount": "-1.00", "currency": "UZS"}}
        refused(shop.post("/loyalty/rules", negative), 409, "values_refused", "/value")
        refused(shop.post("/loyalty/rules", body, by=shop.clerk), 403, "permission_denied")
    made = shop.done("/loyalty/rules", {**body, "customer_class": "gold"})
    path = f"/loyalty/rules/{made['id']}"
    refused(shop.owner.patch(path, json={"per": uzs(9)}), 409, "loyalty_rule_too_generous", "/value")
    assert shop.owner.patch(path, json={"active": False}).json["active"] is False


def test_a_promotion_has_its_time_and_is_tried_first(shop: Shop) -> None:
    now = clock.now()
    day = timedelta(days=1)

    def told(moment: Any) -> str:
        return str(moment.isoformat().replace("+00:00", "Z"))

    body = {
        "code": "double",
        "names": {"en": "Double"},
        "points": 2,
        "per": uzs(1_000_000),
        "value": uzs(VALUE),
    }
    empty = {**body, "valid_from": told(now), "valid_until": told(now)}
    with shop.nothing_changes():
        refused(shop.post("/loyalty/rules", empty), 409, "loyalty_rule_period_empty", "/valid_until")
    made = shop.done(
        "/loyalty/rules", {**body, "valid_from": told(now - day), "valid_until": told(now + day)}
    )
    customer = shop.customer()
    try:
        with shop.nothing_changes():
            for at, code, points in (
                (now, "double", 16),
                (now - 2 * day, "standard", 8),
                (now + day, "standard", 8),
            ):
                tried = shop.done(
                    "/loyalty/rules/dry-run", {"amount": uzs(PRICE), "customer": customer, "at": told(at)}
                )
                assert (tried["rule_code"], tried["points"], minor(tried["worth"])) == (
                    code,
                    points,
                    points * VALUE,
                )
            dollars = {"amount": {"amount": "1.00", "currency": "USD"}}
            refused(
                shop.post("/loyalty/rules/dry-run", dollars), 409, "reference_not_found", "/amount/currency"
            )
        order = shop.order(customer)
        shop.pay(PRICE, customer, order)
        shop.complete(order)
        shop.settle()
        assert shop.points(customer) == (16, 0)
    finally:
        assert shop.owner.patch(f"/loyalty/rules/{made['id']}", json={"active": False}).status == 200


def test_a_customer_uses_its_own_points_only(shop: Shop) -> None:
    customer, other = shop.customer(), shop.customer()
    shop.earn_points(customer)
    shop.earn_points(other)
    theirs = reserve(shop, other, 3).json
    portal = shop.portal(customer)
    assert portal.get(f"/loyalty/redemptions/{theirs['id']}").status == 404
    refused(portal.get("/loyalty/lots/balance", query={"customer": other}), 409, "reference_not_found")
    refused(shop.post(f"/loyalty/redemptions/{theirs['id']}/cancellation", {}, by=portal), 404, "not_found")
    # Whomever it names, the points are its own.
    mine = reserve(shop, other, 2, by=portal).json
    assert mine["customer"] == customer
    assert (shop.points(customer), shop.points(other)) == ((6, 2), (5, 3))


# -- eight at once -------------------------------------------------------------------------------------------


def answers(replies: list[Reply]) -> Counter[tuple[int, str | None]]:
    return Counter((reply.status, reply.code) for reply in replies)


def test_the_same_points_are_set_aside_once(shop: Shop, run_parallel: Callable[..., list[Any]]) -> None:
    customer = shop.customer()
    shop.earn_points(customer)
    replies = run_parallel(lambda _: reserve(shop, customer, 3), AT_ONCE)
    assert answers(replies) == {(201, None): 2, (409, "points_insufficient"): 6}
    assert shop.points(customer) == (2, 6)


def test_a_redemption_pays_for_one_order(shop: Shop, run_parallel: Callable[..., list[Any]]) -> None:
    customer = shop.customer()
    shop.earn_points(customer)
    held = reserve(shop, customer, 4).json
    with shop.moved() as books:
        replies = run_parallel(lambda _: spend(shop, customer, held), AT_ONCE)
    assert answers(replies) == {(201, None): 1, (409, "redemption_not_reserved"): 7}
    assert books == {ledger.LOYALTY_LIABILITY: 4 * VALUE, ledger.CUSTOMER_ADVANCES: -4 * VALUE}


def test_use_release_and_cancellation_race_for_the_same_points(
    shop: Shop, run_parallel: Callable[..., list[Any]]
) -> None:
    customer = shop.customer()
    shop.earn_points(customer)
    held = reserve(shop, customer, 8).json
    future = clock.now() + timedelta(minutes=31)

    def act(index: int) -> int:
        match index % 3:
            case 0:
                return spend(shop, customer, held).status
            case 1:
                return shop.post(f"/loyalty/redemptions/{held['id']}/cancellation", {}).status
        with tenant_context(shop.info), clock.use(lambda: future):
            loyalty.release_overdue_redemptions()
        return 0

    outcomes = run_parallel(act, AT_ONCE)
    state = shop.read(held)["state"]
    orders, cancellations = outcomes.count(201), outcomes.count(200)
    # Committed by one order and nothing else; or given back, by a cancellation or because its time ran out.
    assert (orders, cancellations) == (1, 0) if state == "committed" else orders == 0 and cancellations <= 1
    assert shop.points(customer) == ((0, 0) if state == "committed" else (8, 0))


def test_cancellations_and_uses_at_once_neither_lose_nor_double_points(
    shop: Shop, run_parallel: Callable[..., list[Any]]
) -> None:
    customer = shop.customer()
    shop.earn_points(customer)
    order = spend(shop, customer, reserve(shop, customer, 5).json).json
    rest = reserve(shop, customer, 3).json

    def act(index: int) -> int:
        match index % 3:
            case 0:
                move = {"transition": "cancel", "reason": "x"}
                return shop.post(f"/orders/{order['id']}/transitions", move).status
            case 1:
                return 1000 + spend(shop, customer, rest).status
        with tenant_context(shop.info):
            loyalty.return_points(order_id=decode("ord", order["id"]))
        return 0

    with shop.moved() as books:
        outcomes = Counter(run_parallel(act, AT_ONCE))
        shop.settle()
    assert (outcomes[200], outcomes[1201]) == (1, 1)
    # Five came back once; three were used once.
    assert shop.points(customer) == (5, 0)
    assert shop.owes(customer) == (PRICE - 3 * VALUE, 0)
    assert books == {ledger.LOYALTY_LIABILITY: -2 * VALUE, ledger.CUSTOMER_ADVANCES: 2 * VALUE}


def test_one_order_earns_once_however_often_it_is_told(
    shop: Shop, run_parallel: Callable[..., list[Any]]
) -> None:
    customer, order = shop.customer(), new_id()

    def earn(_index: int) -> Any:
        with tenant_context(shop.info):
            return loyalty.earn_points(purchase=bought(decode("cus", customer), PRICE, order_id=order))

    with shop.moved() as books:
        lots = run_parallel(earn, AT_ONCE)
    assert sorted(map(len, lots)) == [0] * (AT_ONCE - 1) + [1]
    assert books == {ledger.LOYALTY_EXPENSE: 8 * VALUE, ledger.LOYALTY_LIABILITY: -8 * VALUE}
    assert shop.points(customer) == (8, 0)

"""Points past their day leave the customer and the books together, whoever uses them at the same moment."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db.models import F, Sum

from backend.business.ledger import facade as ledger
from backend.business.loyalty import expiry
from backend.business.loyalty import facade as loyalty
from backend.business.loyalty.models import Lot, Redemption
from backend.business.loyalty.tasks import expire
from backend.kernel import clock, schedule
from backend.kernel.ids import decode
from backend.kernel.tenancy import PUBLIC, tenant_context
from tests.business.loyalty.test_loyalty import VALUE, reserve, spend
from tests.business.payments.shop import Shop


def outdate(shop: Shop, customer: str) -> None:
    """The customer's lots end now."""
    with tenant_context(shop.info):
        Lot.objects.filter(account__customer_id=decode("cus", customer)).update(expires_at=clock.now())


def owed(shop: Shop) -> int:
    """What all points that are left or set aside are worth."""
    with tenant_context(shop.info):
        left = Lot.objects.aggregate(worth=Sum((F("points") - F("taken")) * F("value")))["worth"] or 0
        held = Redemption.objects.filter(state="reserved").aggregate(worth=Sum("worth"))["worth"] or 0
        return int(left + held)


def test_points_past_their_day_leave_the_books(shop: Shop) -> None:
    customer = shop.customer()
    shop.earn_points(customer)
    held = reserve(shop, customer, 3).json
    outdate(shop, customer)
    with tenant_context(shop.info), shop.moved() as books:
        assert expire() == 5
        assert expire() == 0
    assert books == {ledger.LOYALTY_LIABILITY: 5 * VALUE, ledger.LOYALTY_EXPENSE: -5 * VALUE}
    assert shop.points(customer) == (0, 3)
    # What was set aside before is used after.
    with shop.moved() as books:
        assert spend(shop, customer, held).status == 201
    assert books == {ledger.LOYALTY_LIABILITY: 3 * VALUE, ledger.CUSTOMER_ADVANCES: -3 * VALUE}


def test_points_given_back_after_their_day_go_with_the_next_run(shop: Shop) -> None:
    customer = shop.customer()
    shop.earn_points(customer)
    reserve(shop, customer, 8)
    outdate(shop, customer)
    with tenant_context(shop.info), shop.moved() as books:
        assert loyalty.expire_points() == 0
        future = clock.now() + timedelta(minutes=31)
        with clock.use(lambda: future):
            loyalty.release_overdue_redemptions()
        assert loyalty.expire_points() == 8
    assert books == {ledger.LOYALTY_LIABILITY: 8 * VALUE, ledger.LOYALTY_EXPENSE: -8 * VALUE}
    assert shop.points(customer) == (0, 0)


def test_it_is_a_daily_task_and_the_operator_has_no_points() -> None:
    assert "loyalty.expire" in schedule.DAILY
    with tenant_context(PUBLIC):
        assert expire() == 0


@pytest.mark.parametrize("seed", [1, 2])
def test_expiry_races_redemption_and_the_books_stay_true(
    shop: Shop, run_parallel: Callable[..., list[Any]], monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr(expiry, "BATCH", 2)
    chance = random.Random(seed)
    customers = [shop.customer() for _ in range(3)]
    for customer in customers:
        shop.earn_points(customer, chance.randint(1, 2))
    wishes = [(chance.choice(customers), chance.randint(1, 9)) for _ in range(6)]
    had = {customer: shop.points(customer)[0] for customer in customers}
    before = owed(shop)
    future = clock.now() + timedelta(milliseconds=600)
    with tenant_context(shop.info):
        ids = [decode("cus", customer) for customer in customers]
        Lot.objects.filter(account__customer_id__in=ids).update(expires_at=future)

    def act(index: int) -> tuple[str | None, int]:
        if index < 2:
            with tenant_context(shop.info):
                return None, loyalty.expire_points(at=future)
        customer, points = wishes[index - 2]
        held = reserve(shop, customer, points)
        if held.status != 201:
            assert held.code == "points_insufficient", held
            return customer, 0
        if index % 2:
            assert spend(shop, customer, held.json).status == 201
        return customer, points

    with shop.moved() as books:
        outcomes = run_parallel(act, 8)
    used = sum(points for customer, points in outcomes if customer)
    expired = sum(points for customer, points in outcomes if not customer)
    # Each point was used or expired, never both, never neither.
    assert used + expired == sum(had.values())
    assert books.get(ledger.LOYALTY_LIABILITY, 0) == before - owed(shop)
    assert books.get(ledger.LOYALTY_EXPENSE, 0) == -expired * VALUE

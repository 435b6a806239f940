"""Many orders and one quote, in real transactions."""

from __future__ import annotations

from typing import Any

from backend.business.pricing import facade as pricing
from backend.business.pricing.errors import QuoteAlreadyUsed
from backend.business.pricing.models import Quote
from backend.kernel import db
from backend.kernel.ids import decode, new_id
from tests.business.organizations.people import Centre


def test_eight_orders_at_once_and_one_gets_the_quote(
    live_tenant: Any, live_api: Any, run_parallel: Any
) -> None:
    """The others are told that it is used; no order got nothing and no quote two orders."""
    centre = Centre()
    quote = live_api.post("/quotes", json={"lines": [centre.translation()]}).json
    quote_id = decode("quo", quote["id"])
    orders = [new_id() for _ in range(8)]

    def take(index: int) -> str:
        try:
            with db.transaction():
                pricing.consume_quote(principal=None, quote_id=quote_id, order_id=orders[index])
        except QuoteAlreadyUsed:
            return "used"
        return "taken"

    outcomes = run_parallel(take, 8)
    assert sorted(outcomes) == ["taken", *["used"] * 7]
    assert Quote.objects.get(pk=quote_id).order_id == orders[outcomes.index("taken")]


def test_an_order_that_fails_leaves_the_quote_open(live_tenant: Any, live_api: Any) -> None:
    """What takes the quote and rolls back has not taken it."""
    centre = Centre()
    quote = live_api.post("/quotes", json={"lines": [centre.translation()]}).json
    quote_id = decode("quo", quote["id"])
    try:
        with db.transaction():
            pricing.consume_quote(principal=None, quote_id=quote_id, order_id=new_id())
            raise LookupError
    except LookupError:
        pass
    with db.transaction():
        priced = pricing.consume_quote(principal=None, quote_id=quote_id, order_id=new_id())
    assert priced.quote_id == quote_id

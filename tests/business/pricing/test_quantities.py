"""What is counted is ordered whole: nobody from outside makes a price smaller by a part of a document."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.business.catalog import facade as catalog
from backend.business.catalog.types import ServiceKind, ServiceSpec, Unit
from backend.business.pricing import facade as pricing
from backend.business.pricing.types import Component, LineRequest, PriceRequest, PriceRuleSpec
from backend.kernel.errors import Invalid
from tests.business.organizations.people import Centre, principal, sign_in

RIGHTS = ("pricing.quote.*", "customers.customer.view")
PRICE = "100000.00"


@pytest.fixture
def portal(centre: Centre) -> Any:
    """A customer's principal at a centre that has one service in each unit, all at one price."""
    catalog.seed_services(
        [
            ServiceSpec(code=f"by_{unit}", kind=ServiceKind.OTHER, names={"en": unit.value}, unit=unit)
            for unit in Unit
        ]
    )
    centre.codes = catalog.item_ids_by_code()
    pricing.seed_price_rules(
        [
            PriceRuleSpec(
                component=Component.BASE,
                service=f"by_{unit}",
                formula={"bands": [{"from_unit": 1, "amount": PRICE}]},
            )
            for unit in Unit
        ]
    )
    return principal(*RIGHTS, customer=centre.customer().pk, kind="customer")


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    unit=st.sampled_from(Unit),
    quantity=st.decimals(min_value="0.001", max_value=3, places=3) | st.integers(1, 3).map(Decimal),
    copies=st.integers(1, 3),
)
def test_what_is_counted_costs_one_unit_at_least(
    portal: Any, centre: Centre, unit: Unit, quantity: Decimal, copies: int
) -> None:
    line = LineRequest(
        service_id=centre.codes["service"][f"by_{unit}"],
        quantity=quantity,
        pages=1 if unit is Unit.PAGE else None,
        copies=copies,
    )
    whole = quantity == int(quantity)
    request = PriceRequest(lines=[line])
    if not whole and unit is not Unit.HOUR:
        with pytest.raises(Invalid) as refused:
            pricing.price_lines(principal=portal, request=request)
        assert [(one.pointer, one.code) for one in refused.value.problems] == [
            ("/lines/0/quantity", "quantity_not_whole")
        ]
        return
    priced = pricing.price_lines(principal=portal, request=request)
    if unit is Unit.HOUR:
        assert priced.items[0].units == quantity
    else:
        assert priced.items[0].units >= 1
        assert priced.total.amount >= Decimal(PRICE)


@pytest.mark.parametrize("kind", ["customer", "staff"])
def test_a_thousandth_of_a_translation_is_not_sold(api: Any, centre: Centre, kind: str) -> None:
    """By nobody: the staff change a price by its rules, not by a part of a page."""
    customer = centre.customer()
    client = sign_in(api, *RIGHTS, customer=customer.pk, kind=kind)
    lines = [
        centre.translation(quantity="0.001"),
        {"service": centre.service("certification"), "quantity": "0.5"},
        {"service": centre.service("apostille"), "quantity": "1.5"},
        centre.translation(quantity="2.000"),
    ]
    reply = client.post("/quotes", json={"lines": lines})
    assert (reply.status, reply.code) == (409, "invalid")
    assert [(one["pointer"], one["code"]) for one in reply.json["errors"]] == [
        (f"/lines/{index}/quantity", "quantity_not_whole") for index in range(3)
    ]

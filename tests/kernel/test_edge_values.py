"""Ids and money at the edge: every bit of an id comes back, and an amount is what its currency's places make of it."""

from __future__ import annotations

import uuid
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.kernel import ids, money


@given(st.integers(0, 2**128 - 1))
def test_an_id_is_read_back(number: int) -> None:
    value = uuid.UUID(int=number)
    text = ids.encode("ord", value)
    assert ids.decode("ord", text) == value
    # By the specification: the digits of the number in base 32, the most significant first.
    digits = [ids._ALPHABET[number >> shift & 31] for shift in range(125, -1, -5)]
    assert text == "ord_" + "".join(digits)


@given(st.integers(-money.MAX_MINOR, money.MAX_MINOR) | st.integers(-2000, 2000))
def test_an_amount_is_told_with_its_places(minor: int) -> None:
    for code, places in (("UZS", 2), ("JPY", 0), ("KWD", 3)):
        told = money.minor_json(minor, code)
        assert told == {"amount": format(Decimal(minor).scaleb(-places), "f"), "currency": code}


@pytest.mark.parametrize(
    ("minor", "code"), [(True, "UZS"), (money.MAX_MINOR + 1, "UZS"), (500.0, "UZS"), (500, "ZZZ"), (500, "")]
)
def test_what_is_no_money_is_refused(minor: int, code: str) -> None:
    with pytest.raises(money.MoneyError):
        money.minor_json(minor, code)

"""From minor units to the library's two-decimal columns and back, exactly."""

from __future__ import annotations

from decimal import Decimal

from backend.kernel.money import Currency, Money

MAX_LEG = 10**17
"""The largest amount of a leg, in minor units: fits the library's 18 digits for every currency."""


def places(currency: Currency) -> int:
    """By how many places an amount in minor units is shifted to stand in a column.

    A currency with at most two decimals stands there in its units (12.34 USD, 1234.00 JPY). One with more
    cannot: its minor units are shifted by two all the same, so 1.234 KWD stands there as 12.34.
    """
    return min(currency.exponent, 2)


def to_column(amount: Money) -> Decimal:
    """The value that stands in a column for an amount."""
    return Decimal(amount.minor).scaleb(-places(amount.currency))


def from_column(value: Decimal, currency: Currency) -> Money:
    """The amount that a column's value stands for. Raises ValueError where it is no whole minor unit."""
    minor = value.scaleb(places(currency))
    whole = int(minor)
    if whole != minor:
        raise ValueError(f"{value} is not a whole number of minor units of {currency}")
    return Money(whole, currency)

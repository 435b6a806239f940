"""Money: whole minor units of one currency, never a float.

Minor units follow ISO 4217 (UZS 2, IRR 2, KWD 3, JPY 0). At the edge money is
`{"amount": "120000.00", "currency": "UZS"}`; in the database a bigint of minor units beside one
currency column a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import (
    ROUND_CEILING,
    ROUND_DOWN,
    ROUND_FLOOR,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    ROUND_UP,
    Decimal,
)
from typing import Any

from django.db import models
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

MAX_MINOR = 2**63 - 1
"""The largest amount: what a PostgreSQL bigint holds."""

_EXPONENTS = {
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    2: (
        "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD "
        "CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ "
        "GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA "
        "MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR "
        "RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD "
        "TWD TZS UAH USD UYU UZS VES WST XCD YER ZAR ZMW"
    ),
    3: "BHD IQD JOD KWD LYD OMR TND",
}
_SYMBOLS = {
    "USD": "$",
    "EUR": "€",
    "GBP": "£",
    "UAH": "₴",
    "KZT": "₸",
    "RUB": "₽",
    "JPY": "¥",
    "IRR": "﷼",
    "UZS": "so'm",
    "TRY": "₺",
    "ILS": "₪",
    "INR": "₹",
}
_FACTORS: dict[int, int] = {exponent: 10**exponent for exponent in _EXPONENTS}
_AMOUNT = re.compile(r"^(-?)(\d{1,19})(?:\.(\d{1,4}))?$", re.ASCII)

ROUNDING_MODES = {
    "half_up": ROUND_HALF_UP,
    "half_even": ROUND_HALF_EVEN,
    "up": ROUND_UP,
    "down": ROUND_DOWN,
    "ceiling": ROUND_CEILING,
    "floor": ROUND_FLOOR,
}
"""The rounding modes by their public names; see the `decimal` module for their meaning."""


class MoneyError(ValueError):
    """An amount or a currency that cannot be, or two currencies in one sum; the text stands within refusals."""


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency by its ISO 4217 code, with the number of digits of its minor unit and its symbol."""

    code: str
    exponent: int
    symbol: str

    @property
    def factor(self) -> int:
        """How many minor units make one unit: 100 for UZS, 1000 for KWD."""
        return _FACTORS[self.exponent]

    def __str__(self) -> str:
        return self.code


CURRENCIES: dict[str, Currency] = {
    code: Currency(code, exponent, _SYMBOLS.get(code, code))
    for exponent, codes in _EXPONENTS.items()
    for code in codes.split()
}
"""Every currency that Guildhall knows, by code."""
_OF_TWO = frozenset(code for code, known in CURRENCIES.items() if known.exponent == 2)


def currency(code: str | Currency) -> Currency:
    """The currency of an ISO code. Raises MoneyError where there is none."""
    if isinstance(code, Currency):
        return code
    try:
        return CURRENCIES[code]
    except KeyError:
        text = _("{code} is not a currency of ISO 4217 that is in use")
        raise MoneyError(format_lazy(text, code=str(code)[:20])) from None


def round_to_int(value: Decimal, mode: str = "half_up", step: int = 1) -> int:
    """`value` as a whole number, rounded by `mode` to a multiple of `step`.

    `value` and `step` are in minor units: step 10000 rounds UZS to the hundred.
    """
    if step < 1:
        raise MoneyError("a rounding step is at least 1")
    return int((value / step).to_integral_value(rounding=ROUNDING_MODES[mode])) * step


@dataclass(frozen=True, slots=True, order=False)
class Money:
    """An amount of one currency in whole minor units. Arithmetic refuses a second currency."""

    minor: int
    currency: Currency

    def __post_init__(self) -> None:
        if not isinstance(self.minor, int) or isinstance(self.minor, bool):
            raise MoneyError("money is a whole number of minor units")
        if abs(self.minor) > MAX_MINOR:
            raise MoneyError(_("the amount is too large"))

    @classmethod
    def of(cls, minor: int, code: str | Currency) -> Money:
        """Money of `minor` units of a currency by code."""
        return cls(minor, currency(code))

    @classmethod
    def zero(cls, code: str | Currency) -> Money:
        """Nothing, of a currency."""
        return cls(0, currency(code))

    @classmethod
    def parse(cls, amount: str, code: str | Currency) -> Money:
        """Money from a decimal string, at most as many decimals as the currency has.

        Raises MoneyError for another form, too many decimals, or an unknown currency. Nothing is rounded.
        """
        unit = currency(code)
        match = _AMOUNT.match(amount) if isinstance(amount, str) else None
        if match is None:
            raise MoneyError(_("an amount is digits with an optional decimal point"))
        sign, whole, fraction = match.group(1), match.group(2), match.group(3) or ""
        if len(fraction) > unit.exponent and fraction[unit.exponent :].strip("0"):
            text = _("{currency} has {places} decimals")
            raise MoneyError(format_lazy(text, currency=unit.code, places=unit.exponent))
        minor = int(whole) * unit.factor + int(fraction[: unit.exponent].ljust(unit.exponent, "0") or 0)
        return cls(-minor if sign else minor, unit)

    @property
    def amount(self) -> Decimal:
        """The amount in units, exact."""
        return Decimal(self.minor).scaleb(-self.currency.exponent)

    @property
    def text(self) -> str:
        """The decimal string at the minor unit: `120000.00`."""
        return _text(self.minor, self.currency.exponent)

    def json(self) -> dict[str, str]:
        """The form that the API and events carry."""
        return minor_json(self.minor, self.currency.code)

    def _same(self, other: Money) -> None:
        if self.currency.code != other.currency.code:
            raise MoneyError(f"{self.currency} and {other.currency} do not add up")

    def __add__(self, other: Money) -> Money:
        self._same(other)
        return Money(self.minor + other.minor, self.currency)

    def __sub__(self, other: Money) -> Money:
        self._same(other)
        return Money(self.minor - other.minor, self.currency)

    def __neg__(self) -> Money:
        return Money(-self.minor, self.currency)

    def __mul__(self, factor: int) -> Money:
        if not isinstance(factor, int) or isinstance(factor, bool):
            raise MoneyError("multiply by a whole number, or use times() with a rounding mode")
        return Money(self.minor * factor, self.currency)

    def times(self, factor: Decimal, mode: str = "half_up", step: int = 1) -> Money:
        """The amount times a decimal factor, rounded once by `mode` to a multiple of `step` minor units."""
        return Money(round_to_int(Decimal(self.minor) * factor, mode, step), self.currency)

    def __lt__(self, other: Money) -> bool:
        self._same(other)
        return self.minor < other.minor

    def __le__(self, other: Money) -> bool:
        self._same(other)
        return self.minor <= other.minor

    def __gt__(self, other: Money) -> bool:
        self._same(other)
        return self.minor > other.minor

    def __ge__(self, other: Money) -> bool:
        self._same(other)
        return self.minor >= other.minor

    def __bool__(self) -> bool:
        return self.minor != 0

    def __str__(self) -> str:
        return f"{self.text} {self.currency.code}"

    def allocate(self, ratios: Sequence[int]) -> list[Money]:
        """The amount split by whole, non-negative ratios; the parts sum to it exactly.

        What rounding leaves goes to the largest remainders first, ties to the earlier part.
        """
        sign = -1 if self.minor < 0 else 1
        shares = split(abs(self.minor), ratios)
        return [Money(sign * share, self.currency) for share in shares]


def split(size: int, ratios: Sequence[int]) -> list[int]:
    """A whole number (of minor units, of points) split by whole, non-negative ratios; the parts sum to it exactly.

    What rounding leaves goes to the largest remainders first, ties to the earlier part. Raises MoneyError.
    """
    total = sum(ratios)
    if size < 0 or total <= 0 or any(ratio < 0 for ratio in ratios):
        raise MoneyError("ratios are not negative and not all nothing")
    parts = [divmod(size * ratio, total) for ratio in ratios]
    shares = [share for share, _ in parts]
    order = sorted(range(len(parts)), key=lambda index: (-parts[index][1], index))
    for index in order[: size - sum(shares)]:
        shares[index] += 1
    return shares


def _text(minor: int, exponent: int) -> str:
    if not exponent:
        return str(minor)
    # Slicing the digits is a third of what dividing and formatting them costs.
    if minor < 0:
        return "-" + _text(-minor, exponent)
    digits = str(minor)
    if len(digits) <= exponent:
        digits = digits.zfill(exponent + 1)
    return f"{digits[:-exponent]}.{digits[-exponent:]}"


def minor_json(minor: int, code: str) -> dict[str, str]:
    """Minor units of a currency as the API and events carry money.

    Raises MoneyError for what is no whole number of a bigint's size, and for an unknown currency.
    """
    if minor.__class__ is int and 100 <= minor <= MAX_MINOR and code in _OF_TWO:
        # What almost all money is: a list of fifty orders has seven hundred amounts.
        digits = str(minor)
        return {"amount": f"{digits[:-2]}.{digits[-2:]}", "currency": code}
    if minor.__class__ is not int or not -MAX_MINOR <= minor <= MAX_MINOR:
        raise MoneyError("money is a whole number of minor units within a bigint")
    known = CURRENCIES.get(code) or currency(code)
    return {"amount": _text(minor, known.exponent), "currency": code}


def total(parts: Iterable[Money], code: str | Currency) -> Money:
    """The sum of `parts`, zero of `code` where there are none."""
    result = Money.zero(code)
    for part in parts:
        result = result + part
    return result


class MinorField(models.BigIntegerField):  # type: ignore[type-arg]  # The stubs' generic has no runtime form.
    """A column of minor units; the row's currency column says of what."""


class CurrencyField(models.CharField):  # type: ignore[type-arg]  # The stubs' generic has no runtime form.
    """A column with an ISO 4217 code."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 3)
        super().__init__(**kwargs)

from typing import Literal

CurrencyField = Literal["code", "display_units", "exponent", "name", "symbol"]

CURRENCY_FIELD_VALUES: set[CurrencyField] = {
    "code",
    "display_units",
    "exponent",
    "name",
    "symbol",
}


def check_currency_field(value: str) -> CurrencyField:
    if value in CURRENCY_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CURRENCY_FIELD_VALUES!r}")

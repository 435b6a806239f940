from typing import Literal

PaymentsBalanceLocale = Literal["all"]

PAYMENTS_BALANCE_LOCALE_VALUES: set[PaymentsBalanceLocale] = {
    "all",
}


def check_payments_balance_locale(value: str) -> PaymentsBalanceLocale:
    if value in PAYMENTS_BALANCE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENTS_BALANCE_LOCALE_VALUES!r}")

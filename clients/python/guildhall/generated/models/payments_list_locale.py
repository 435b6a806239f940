from typing import Literal

PaymentsListLocale = Literal["all"]

PAYMENTS_LIST_LOCALE_VALUES: set[PaymentsListLocale] = {
    "all",
}


def check_payments_list_locale(value: str) -> PaymentsListLocale:
    if value in PAYMENTS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENTS_LIST_LOCALE_VALUES!r}")

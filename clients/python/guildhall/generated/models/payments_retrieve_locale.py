from typing import Literal

PaymentsRetrieveLocale = Literal["all"]

PAYMENTS_RETRIEVE_LOCALE_VALUES: set[PaymentsRetrieveLocale] = {
    "all",
}


def check_payments_retrieve_locale(value: str) -> PaymentsRetrieveLocale:
    if value in PAYMENTS_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENTS_RETRIEVE_LOCALE_VALUES!r}")

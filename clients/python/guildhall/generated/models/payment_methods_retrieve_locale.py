from typing import Literal

PaymentMethodsRetrieveLocale = Literal["all"]

PAYMENT_METHODS_RETRIEVE_LOCALE_VALUES: set[PaymentMethodsRetrieveLocale] = {
    "all",
}


def check_payment_methods_retrieve_locale(value: str) -> PaymentMethodsRetrieveLocale:
    if value in PAYMENT_METHODS_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_METHODS_RETRIEVE_LOCALE_VALUES!r}")

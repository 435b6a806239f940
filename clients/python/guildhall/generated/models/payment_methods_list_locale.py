from typing import Literal

PaymentMethodsListLocale = Literal["all"]

PAYMENT_METHODS_LIST_LOCALE_VALUES: set[PaymentMethodsListLocale] = {
    "all",
}


def check_payment_methods_list_locale(value: str) -> PaymentMethodsListLocale:
    if value in PAYMENT_METHODS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_METHODS_LIST_LOCALE_VALUES!r}")

from typing import Literal

PaymentMethodsSort = Literal["-code", "-created_at", "code", "created_at"]

PAYMENT_METHODS_SORT_VALUES: set[PaymentMethodsSort] = {
    "-code",
    "-created_at",
    "code",
    "created_at",
}


def check_payment_methods_sort(value: str) -> PaymentMethodsSort:
    if value in PAYMENT_METHODS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_METHODS_SORT_VALUES!r}")

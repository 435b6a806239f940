from typing import Literal

PaymentExcess = Literal["credit", "refuse"]

PAYMENT_EXCESS_VALUES: set[PaymentExcess] = {
    "credit",
    "refuse",
}


def check_payment_excess(value: str) -> PaymentExcess:
    if value in PAYMENT_EXCESS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_EXCESS_VALUES!r}")

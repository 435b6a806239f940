from typing import Literal

PaymentTransitionName = Literal["reject", "verify"]

PAYMENT_TRANSITION_NAME_VALUES: set[PaymentTransitionName] = {
    "reject",
    "verify",
}


def check_payment_transition_name(value: str) -> PaymentTransitionName:
    if value in PAYMENT_TRANSITION_NAME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_TRANSITION_NAME_VALUES!r}")

from typing import Literal

PaymentState = Literal["awaiting_verification", "rejected", "verified", "voided"]

PAYMENT_STATE_VALUES: set[PaymentState] = {
    "awaiting_verification",
    "rejected",
    "verified",
    "voided",
}


def check_payment_state(value: str) -> PaymentState:
    if value in PAYMENT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_STATE_VALUES!r}")

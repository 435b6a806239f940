from typing import Literal

PaymentWarningCode = Literal["proof_seen_before"]

PAYMENT_WARNING_CODE_VALUES: set[PaymentWarningCode] = {
    "proof_seen_before",
}


def check_payment_warning_code(value: str) -> PaymentWarningCode:
    if value in PAYMENT_WARNING_CODE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_WARNING_CODE_VALUES!r}")

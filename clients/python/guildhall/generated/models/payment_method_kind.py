from typing import Literal

PaymentMethodKind = Literal["bank_transfer", "card", "cash", "loyalty_points", "other"]

PAYMENT_METHOD_KIND_VALUES: set[PaymentMethodKind] = {
    "bank_transfer",
    "card",
    "cash",
    "loyalty_points",
    "other",
}


def check_payment_method_kind(value: str) -> PaymentMethodKind:
    if value in PAYMENT_METHOD_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_METHOD_KIND_VALUES!r}")

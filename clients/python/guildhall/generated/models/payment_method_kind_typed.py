from typing import Literal

PaymentMethodKindTyped = Literal["bank_transfer", "card", "cash", "other"]

PAYMENT_METHOD_KIND_TYPED_VALUES: set[PaymentMethodKindTyped] = {
    "bank_transfer",
    "card",
    "cash",
    "other",
}


def check_payment_method_kind_typed(value: str) -> PaymentMethodKindTyped:
    if value in PAYMENT_METHOD_KIND_TYPED_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_METHOD_KIND_TYPED_VALUES!r}")

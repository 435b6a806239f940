from typing import Literal

PaymentMethodField = Literal[
    "account_code",
    "active",
    "allowed_actions",
    "branch",
    "code",
    "created_at",
    "four_eyes",
    "id",
    "kind",
    "name",
    "proof_required",
    "self_service",
    "updated_at",
    "verification",
    "version",
]

PAYMENT_METHOD_FIELD_VALUES: set[PaymentMethodField] = {
    "account_code",
    "active",
    "allowed_actions",
    "branch",
    "code",
    "created_at",
    "four_eyes",
    "id",
    "kind",
    "name",
    "proof_required",
    "self_service",
    "updated_at",
    "verification",
    "version",
}


def check_payment_method_field(value: str) -> PaymentMethodField:
    if value in PAYMENT_METHOD_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_METHOD_FIELD_VALUES!r}")

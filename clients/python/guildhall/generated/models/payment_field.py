from typing import Literal

PaymentField = Literal[
    "allocations",
    "allowed_actions",
    "amount",
    "branch",
    "created_at",
    "customer",
    "id",
    "metadata",
    "method",
    "method_code",
    "note",
    "number",
    "proofs",
    "received_at",
    "recorded_by",
    "reference",
    "rejected_reason",
    "state",
    "unallocated",
    "updated_at",
    "verified_at",
    "verified_by",
    "version",
    "warnings",
]

PAYMENT_FIELD_VALUES: set[PaymentField] = {
    "allocations",
    "allowed_actions",
    "amount",
    "branch",
    "created_at",
    "customer",
    "id",
    "metadata",
    "method",
    "method_code",
    "note",
    "number",
    "proofs",
    "received_at",
    "recorded_by",
    "reference",
    "rejected_reason",
    "state",
    "unallocated",
    "updated_at",
    "verified_at",
    "verified_by",
    "version",
    "warnings",
}


def check_payment_field(value: str) -> PaymentField:
    if value in PAYMENT_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_FIELD_VALUES!r}")

from typing import Literal

ReceivableField = Literal[
    "allowed_actions",
    "amount",
    "branch",
    "created_at",
    "customer",
    "earned_at",
    "id",
    "number",
    "order",
    "outstanding",
    "paid",
    "planned",
    "state",
    "updated_at",
    "version",
]

RECEIVABLE_FIELD_VALUES: set[ReceivableField] = {
    "allowed_actions",
    "amount",
    "branch",
    "created_at",
    "customer",
    "earned_at",
    "id",
    "number",
    "order",
    "outstanding",
    "paid",
    "planned",
    "state",
    "updated_at",
    "version",
}


def check_receivable_field(value: str) -> ReceivableField:
    if value in RECEIVABLE_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RECEIVABLE_FIELD_VALUES!r}")

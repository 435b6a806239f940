from typing import Literal

QuoteField = Literal[
    "allowed_actions",
    "branch",
    "channel",
    "created_at",
    "customer",
    "digest",
    "due_at",
    "id",
    "lines",
    "order",
    "priority",
    "secret",
    "state",
    "subtotal",
    "tax",
    "total",
    "trace",
    "updated_at",
    "valid_until",
    "version",
]

QUOTE_FIELD_VALUES: set[QuoteField] = {
    "allowed_actions",
    "branch",
    "channel",
    "created_at",
    "customer",
    "digest",
    "due_at",
    "id",
    "lines",
    "order",
    "priority",
    "secret",
    "state",
    "subtotal",
    "tax",
    "total",
    "trace",
    "updated_at",
    "valid_until",
    "version",
}


def check_quote_field(value: str) -> QuoteField:
    if value in QUOTE_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {QUOTE_FIELD_VALUES!r}")

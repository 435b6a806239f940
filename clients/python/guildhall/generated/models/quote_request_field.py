from typing import Literal

QuoteRequestField = Literal[
    "allowed_actions",
    "branch",
    "created_at",
    "customer",
    "files",
    "id",
    "quote",
    "refusal",
    "state",
    "updated_at",
    "version",
]

QUOTE_REQUEST_FIELD_VALUES: set[QuoteRequestField] = {
    "allowed_actions",
    "branch",
    "created_at",
    "customer",
    "files",
    "id",
    "quote",
    "refusal",
    "state",
    "updated_at",
    "version",
}


def check_quote_request_field(value: str) -> QuoteRequestField:
    if value in QUOTE_REQUEST_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {QUOTE_REQUEST_FIELD_VALUES!r}")

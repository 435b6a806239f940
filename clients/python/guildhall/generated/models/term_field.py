from typing import Literal

TermField = Literal[
    "active", "allowed_actions", "code", "created_at", "id", "name", "sort", "updated_at", "version"
]

TERM_FIELD_VALUES: set[TermField] = {
    "active",
    "allowed_actions",
    "code",
    "created_at",
    "id",
    "name",
    "sort",
    "updated_at",
    "version",
}


def check_term_field(value: str) -> TermField:
    if value in TERM_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TERM_FIELD_VALUES!r}")

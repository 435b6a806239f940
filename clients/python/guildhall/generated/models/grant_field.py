from typing import Literal

GrantField = Literal["allowed_actions", "application", "created_at", "id", "name", "scopes"]

GRANT_FIELD_VALUES: set[GrantField] = {
    "allowed_actions",
    "application",
    "created_at",
    "id",
    "name",
    "scopes",
}


def check_grant_field(value: str) -> GrantField:
    if value in GRANT_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {GRANT_FIELD_VALUES!r}")

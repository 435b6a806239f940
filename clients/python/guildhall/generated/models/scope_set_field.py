from typing import Literal

ScopeSetField = Literal[
    "allowed_actions", "branches", "code", "created_at", "customers", "id", "name", "updated_at", "version"
]

SCOPE_SET_FIELD_VALUES: set[ScopeSetField] = {
    "allowed_actions",
    "branches",
    "code",
    "created_at",
    "customers",
    "id",
    "name",
    "updated_at",
    "version",
}


def check_scope_set_field(value: str) -> ScopeSetField:
    if value in SCOPE_SET_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SCOPE_SET_FIELD_VALUES!r}")

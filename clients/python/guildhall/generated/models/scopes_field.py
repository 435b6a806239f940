from typing import Literal

ScopesField = Literal["scopes"]

SCOPES_FIELD_VALUES: set[ScopesField] = {
    "scopes",
}


def check_scopes_field(value: str) -> ScopesField:
    if value in SCOPES_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SCOPES_FIELD_VALUES!r}")

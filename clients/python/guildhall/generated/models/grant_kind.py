from typing import Literal

GrantKind = Literal["service"]

GRANT_KIND_VALUES: set[GrantKind] = {
    "service",
}


def check_grant_kind(value: str) -> GrantKind:
    if value in GRANT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {GRANT_KIND_VALUES!r}")

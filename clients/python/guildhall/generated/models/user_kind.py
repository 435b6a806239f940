from typing import Literal

UserKind = Literal["customer", "operator", "service", "staff"]

USER_KIND_VALUES: set[UserKind] = {
    "customer",
    "operator",
    "service",
    "staff",
}


def check_user_kind(value: str) -> UserKind:
    if value in USER_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {USER_KIND_VALUES!r}")

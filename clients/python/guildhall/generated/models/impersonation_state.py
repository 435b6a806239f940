from typing import Literal

ImpersonationState = Literal["active", "ended", "expired"]

IMPERSONATION_STATE_VALUES: set[ImpersonationState] = {
    "active",
    "ended",
    "expired",
}


def check_impersonation_state(value: str) -> ImpersonationState:
    if value in IMPERSONATION_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {IMPERSONATION_STATE_VALUES!r}")

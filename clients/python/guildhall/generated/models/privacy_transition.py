from typing import Literal

PrivacyTransition = Literal["approve", "end", "reject"]

PRIVACY_TRANSITION_VALUES: set[PrivacyTransition] = {
    "approve",
    "end",
    "reject",
}


def check_privacy_transition(value: str) -> PrivacyTransition:
    if value in PRIVACY_TRANSITION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PRIVACY_TRANSITION_VALUES!r}")

from typing import Literal

PrivacyRequestState = Literal["approved", "completed", "rejected", "requested"]

PRIVACY_REQUEST_STATE_VALUES: set[PrivacyRequestState] = {
    "approved",
    "completed",
    "rejected",
    "requested",
}


def check_privacy_request_state(value: str) -> PrivacyRequestState:
    if value in PRIVACY_REQUEST_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PRIVACY_REQUEST_STATE_VALUES!r}")

from typing import Literal

PrivacyRequestsSort = Literal["-created_at", "created_at"]

PRIVACY_REQUESTS_SORT_VALUES: set[PrivacyRequestsSort] = {
    "-created_at",
    "created_at",
}


def check_privacy_requests_sort(value: str) -> PrivacyRequestsSort:
    if value in PRIVACY_REQUESTS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PRIVACY_REQUESTS_SORT_VALUES!r}")

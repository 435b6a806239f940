from typing import Literal

SecurityAlertsSort = Literal["-created_at", "created_at"]

SECURITY_ALERTS_SORT_VALUES: set[SecurityAlertsSort] = {
    "-created_at",
    "created_at",
}


def check_security_alerts_sort(value: str) -> SecurityAlertsSort:
    if value in SECURITY_ALERTS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SECURITY_ALERTS_SORT_VALUES!r}")

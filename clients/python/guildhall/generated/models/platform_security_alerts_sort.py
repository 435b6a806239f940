from typing import Literal

PlatformSecurityAlertsSort = Literal["-created_at", "created_at"]

PLATFORM_SECURITY_ALERTS_SORT_VALUES: set[PlatformSecurityAlertsSort] = {
    "-created_at",
    "created_at",
}


def check_platform_security_alerts_sort(value: str) -> PlatformSecurityAlertsSort:
    if value in PLATFORM_SECURITY_ALERTS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PLATFORM_SECURITY_ALERTS_SORT_VALUES!r}")

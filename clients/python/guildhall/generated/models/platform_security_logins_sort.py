from typing import Literal

PlatformSecurityLoginsSort = Literal["-created_at", "created_at"]

PLATFORM_SECURITY_LOGINS_SORT_VALUES: set[PlatformSecurityLoginsSort] = {
    "-created_at",
    "created_at",
}


def check_platform_security_logins_sort(value: str) -> PlatformSecurityLoginsSort:
    if value in PLATFORM_SECURITY_LOGINS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PLATFORM_SECURITY_LOGINS_SORT_VALUES!r}")

from typing import Literal

SecurityLoginsSort = Literal["-created_at", "created_at"]

SECURITY_LOGINS_SORT_VALUES: set[SecurityLoginsSort] = {
    "-created_at",
    "created_at",
}


def check_security_logins_sort(value: str) -> SecurityLoginsSort:
    if value in SECURITY_LOGINS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SECURITY_LOGINS_SORT_VALUES!r}")

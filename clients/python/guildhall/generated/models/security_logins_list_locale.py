from typing import Literal

SecurityLoginsListLocale = Literal["all"]

SECURITY_LOGINS_LIST_LOCALE_VALUES: set[SecurityLoginsListLocale] = {
    "all",
}


def check_security_logins_list_locale(value: str) -> SecurityLoginsListLocale:
    if value in SECURITY_LOGINS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SECURITY_LOGINS_LIST_LOCALE_VALUES!r}")

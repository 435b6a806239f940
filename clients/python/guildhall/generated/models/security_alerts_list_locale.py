from typing import Literal

SecurityAlertsListLocale = Literal["all"]

SECURITY_ALERTS_LIST_LOCALE_VALUES: set[SecurityAlertsListLocale] = {
    "all",
}


def check_security_alerts_list_locale(value: str) -> SecurityAlertsListLocale:
    if value in SECURITY_ALERTS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SECURITY_ALERTS_LIST_LOCALE_VALUES!r}")

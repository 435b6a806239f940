from typing import Literal

SecurityAlertsRetrieveLocale = Literal["all"]

SECURITY_ALERTS_RETRIEVE_LOCALE_VALUES: set[SecurityAlertsRetrieveLocale] = {
    "all",
}


def check_security_alerts_retrieve_locale(value: str) -> SecurityAlertsRetrieveLocale:
    if value in SECURITY_ALERTS_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SECURITY_ALERTS_RETRIEVE_LOCALE_VALUES!r}")

from typing import Literal

PlatformSecurityAlertsRetrieveLocale = Literal["all"]

PLATFORM_SECURITY_ALERTS_RETRIEVE_LOCALE_VALUES: set[PlatformSecurityAlertsRetrieveLocale] = {
    "all",
}


def check_platform_security_alerts_retrieve_locale(value: str) -> PlatformSecurityAlertsRetrieveLocale:
    if value in PLATFORM_SECURITY_ALERTS_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {PLATFORM_SECURITY_ALERTS_RETRIEVE_LOCALE_VALUES!r}"
    )

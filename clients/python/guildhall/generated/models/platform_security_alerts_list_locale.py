from typing import Literal

PlatformSecurityAlertsListLocale = Literal["all"]

PLATFORM_SECURITY_ALERTS_LIST_LOCALE_VALUES: set[PlatformSecurityAlertsListLocale] = {
    "all",
}


def check_platform_security_alerts_list_locale(value: str) -> PlatformSecurityAlertsListLocale:
    if value in PLATFORM_SECURITY_ALERTS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {PLATFORM_SECURITY_ALERTS_LIST_LOCALE_VALUES!r}"
    )

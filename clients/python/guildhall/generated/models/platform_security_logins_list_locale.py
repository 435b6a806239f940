from typing import Literal

PlatformSecurityLoginsListLocale = Literal["all"]

PLATFORM_SECURITY_LOGINS_LIST_LOCALE_VALUES: set[PlatformSecurityLoginsListLocale] = {
    "all",
}


def check_platform_security_logins_list_locale(value: str) -> PlatformSecurityLoginsListLocale:
    if value in PLATFORM_SECURITY_LOGINS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {PLATFORM_SECURITY_LOGINS_LIST_LOCALE_VALUES!r}"
    )

from typing import Literal

PlatformMeLoginsListLocale = Literal["all"]

PLATFORM_ME_LOGINS_LIST_LOCALE_VALUES: set[PlatformMeLoginsListLocale] = {
    "all",
}


def check_platform_me_logins_list_locale(value: str) -> PlatformMeLoginsListLocale:
    if value in PLATFORM_ME_LOGINS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PLATFORM_ME_LOGINS_LIST_LOCALE_VALUES!r}")

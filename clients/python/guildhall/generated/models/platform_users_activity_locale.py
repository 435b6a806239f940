from typing import Literal

PlatformUsersActivityLocale = Literal["all"]

PLATFORM_USERS_ACTIVITY_LOCALE_VALUES: set[PlatformUsersActivityLocale] = {
    "all",
}


def check_platform_users_activity_locale(value: str) -> PlatformUsersActivityLocale:
    if value in PLATFORM_USERS_ACTIVITY_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PLATFORM_USERS_ACTIVITY_LOCALE_VALUES!r}")

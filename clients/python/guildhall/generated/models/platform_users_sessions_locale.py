from typing import Literal

PlatformUsersSessionsLocale = Literal["all"]

PLATFORM_USERS_SESSIONS_LOCALE_VALUES: set[PlatformUsersSessionsLocale] = {
    "all",
}


def check_platform_users_sessions_locale(value: str) -> PlatformUsersSessionsLocale:
    if value in PLATFORM_USERS_SESSIONS_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PLATFORM_USERS_SESSIONS_LOCALE_VALUES!r}")

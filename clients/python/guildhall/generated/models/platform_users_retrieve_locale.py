from typing import Literal

PlatformUsersRetrieveLocale = Literal["all"]

PLATFORM_USERS_RETRIEVE_LOCALE_VALUES: set[PlatformUsersRetrieveLocale] = {
    "all",
}


def check_platform_users_retrieve_locale(value: str) -> PlatformUsersRetrieveLocale:
    if value in PLATFORM_USERS_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PLATFORM_USERS_RETRIEVE_LOCALE_VALUES!r}")

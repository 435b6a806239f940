from typing import Literal

PlatformUsersListLocale = Literal["all"]

PLATFORM_USERS_LIST_LOCALE_VALUES: set[PlatformUsersListLocale] = {
    "all",
}


def check_platform_users_list_locale(value: str) -> PlatformUsersListLocale:
    if value in PLATFORM_USERS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PLATFORM_USERS_LIST_LOCALE_VALUES!r}")

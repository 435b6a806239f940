from typing import Literal

PlatformMeSessionsListLocale = Literal["all"]

PLATFORM_ME_SESSIONS_LIST_LOCALE_VALUES: set[PlatformMeSessionsListLocale] = {
    "all",
}


def check_platform_me_sessions_list_locale(value: str) -> PlatformMeSessionsListLocale:
    if value in PLATFORM_ME_SESSIONS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {PLATFORM_ME_SESSIONS_LIST_LOCALE_VALUES!r}"
    )

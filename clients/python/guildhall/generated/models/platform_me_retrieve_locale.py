from typing import Literal

PlatformMeRetrieveLocale = Literal["all"]

PLATFORM_ME_RETRIEVE_LOCALE_VALUES: set[PlatformMeRetrieveLocale] = {
    "all",
}


def check_platform_me_retrieve_locale(value: str) -> PlatformMeRetrieveLocale:
    if value in PLATFORM_ME_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PLATFORM_ME_RETRIEVE_LOCALE_VALUES!r}")

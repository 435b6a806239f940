from typing import Literal

PlatformRestoresRetrieveLocale = Literal["all"]

PLATFORM_RESTORES_RETRIEVE_LOCALE_VALUES: set[PlatformRestoresRetrieveLocale] = {
    "all",
}


def check_platform_restores_retrieve_locale(value: str) -> PlatformRestoresRetrieveLocale:
    if value in PLATFORM_RESTORES_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {PLATFORM_RESTORES_RETRIEVE_LOCALE_VALUES!r}"
    )

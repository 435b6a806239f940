from typing import Literal

PlatformRestoresListLocale = Literal["all"]

PLATFORM_RESTORES_LIST_LOCALE_VALUES: set[PlatformRestoresListLocale] = {
    "all",
}


def check_platform_restores_list_locale(value: str) -> PlatformRestoresListLocale:
    if value in PLATFORM_RESTORES_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PLATFORM_RESTORES_LIST_LOCALE_VALUES!r}")

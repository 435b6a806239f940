from typing import Literal

PlatformPlansRetrieveLocale = Literal["all"]

PLATFORM_PLANS_RETRIEVE_LOCALE_VALUES: set[PlatformPlansRetrieveLocale] = {
    "all",
}


def check_platform_plans_retrieve_locale(value: str) -> PlatformPlansRetrieveLocale:
    if value in PLATFORM_PLANS_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PLATFORM_PLANS_RETRIEVE_LOCALE_VALUES!r}")

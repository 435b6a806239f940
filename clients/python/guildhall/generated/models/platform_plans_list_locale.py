from typing import Literal

PlatformPlansListLocale = Literal["all"]

PLATFORM_PLANS_LIST_LOCALE_VALUES: set[PlatformPlansListLocale] = {
    "all",
}


def check_platform_plans_list_locale(value: str) -> PlatformPlansListLocale:
    if value in PLATFORM_PLANS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PLATFORM_PLANS_LIST_LOCALE_VALUES!r}")

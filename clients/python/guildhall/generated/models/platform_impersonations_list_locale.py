from typing import Literal

PlatformImpersonationsListLocale = Literal["all"]

PLATFORM_IMPERSONATIONS_LIST_LOCALE_VALUES: set[PlatformImpersonationsListLocale] = {
    "all",
}


def check_platform_impersonations_list_locale(value: str) -> PlatformImpersonationsListLocale:
    if value in PLATFORM_IMPERSONATIONS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {PLATFORM_IMPERSONATIONS_LIST_LOCALE_VALUES!r}"
    )

from typing import Literal

PlatformImpersonationsRetrieveLocale = Literal["all"]

PLATFORM_IMPERSONATIONS_RETRIEVE_LOCALE_VALUES: set[PlatformImpersonationsRetrieveLocale] = {
    "all",
}


def check_platform_impersonations_retrieve_locale(value: str) -> PlatformImpersonationsRetrieveLocale:
    if value in PLATFORM_IMPERSONATIONS_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {PLATFORM_IMPERSONATIONS_RETRIEVE_LOCALE_VALUES!r}"
    )

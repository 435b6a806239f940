from typing import Literal

PlatformTenantsListLocale = Literal["all"]

PLATFORM_TENANTS_LIST_LOCALE_VALUES: set[PlatformTenantsListLocale] = {
    "all",
}


def check_platform_tenants_list_locale(value: str) -> PlatformTenantsListLocale:
    if value in PLATFORM_TENANTS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PLATFORM_TENANTS_LIST_LOCALE_VALUES!r}")

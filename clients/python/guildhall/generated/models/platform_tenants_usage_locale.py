from typing import Literal

PlatformTenantsUsageLocale = Literal["all"]

PLATFORM_TENANTS_USAGE_LOCALE_VALUES: set[PlatformTenantsUsageLocale] = {
    "all",
}


def check_platform_tenants_usage_locale(value: str) -> PlatformTenantsUsageLocale:
    if value in PLATFORM_TENANTS_USAGE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PLATFORM_TENANTS_USAGE_LOCALE_VALUES!r}")

from typing import Literal

PlatformTenantsRetrieveLocale = Literal["all"]

PLATFORM_TENANTS_RETRIEVE_LOCALE_VALUES: set[PlatformTenantsRetrieveLocale] = {
    "all",
}


def check_platform_tenants_retrieve_locale(value: str) -> PlatformTenantsRetrieveLocale:
    if value in PLATFORM_TENANTS_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {PLATFORM_TENANTS_RETRIEVE_LOCALE_VALUES!r}"
    )

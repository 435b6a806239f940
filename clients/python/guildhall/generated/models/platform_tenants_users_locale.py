from typing import Literal

PlatformTenantsUsersLocale = Literal["all"]

PLATFORM_TENANTS_USERS_LOCALE_VALUES: set[PlatformTenantsUsersLocale] = {
    "all",
}


def check_platform_tenants_users_locale(value: str) -> PlatformTenantsUsersLocale:
    if value in PLATFORM_TENANTS_USERS_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PLATFORM_TENANTS_USERS_LOCALE_VALUES!r}")

from typing import Literal

PlatformRolesRetrieveLocale = Literal["all"]

PLATFORM_ROLES_RETRIEVE_LOCALE_VALUES: set[PlatformRolesRetrieveLocale] = {
    "all",
}


def check_platform_roles_retrieve_locale(value: str) -> PlatformRolesRetrieveLocale:
    if value in PLATFORM_ROLES_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PLATFORM_ROLES_RETRIEVE_LOCALE_VALUES!r}")

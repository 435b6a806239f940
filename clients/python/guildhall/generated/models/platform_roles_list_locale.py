from typing import Literal

PlatformRolesListLocale = Literal["all"]

PLATFORM_ROLES_LIST_LOCALE_VALUES: set[PlatformRolesListLocale] = {
    "all",
}


def check_platform_roles_list_locale(value: str) -> PlatformRolesListLocale:
    if value in PLATFORM_ROLES_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PLATFORM_ROLES_LIST_LOCALE_VALUES!r}")

from typing import Literal

PlatformPermissionsCatalogueLocale = Literal["all"]

PLATFORM_PERMISSIONS_CATALOGUE_LOCALE_VALUES: set[PlatformPermissionsCatalogueLocale] = {
    "all",
}


def check_platform_permissions_catalogue_locale(value: str) -> PlatformPermissionsCatalogueLocale:
    if value in PLATFORM_PERMISSIONS_CATALOGUE_LOCALE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {PLATFORM_PERMISSIONS_CATALOGUE_LOCALE_VALUES!r}"
    )

from typing import Literal

PermissionsCatalogueLocale = Literal["all"]

PERMISSIONS_CATALOGUE_LOCALE_VALUES: set[PermissionsCatalogueLocale] = {
    "all",
}


def check_permissions_catalogue_locale(value: str) -> PermissionsCatalogueLocale:
    if value in PERMISSIONS_CATALOGUE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PERMISSIONS_CATALOGUE_LOCALE_VALUES!r}")

from typing import Literal

LocalesCatalogueLocale = Literal["all"]

LOCALES_CATALOGUE_LOCALE_VALUES: set[LocalesCatalogueLocale] = {
    "all",
}


def check_locales_catalogue_locale(value: str) -> LocalesCatalogueLocale:
    if value in LOCALES_CATALOGUE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LOCALES_CATALOGUE_LOCALE_VALUES!r}")

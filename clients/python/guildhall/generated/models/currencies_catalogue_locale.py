from typing import Literal

CurrenciesCatalogueLocale = Literal["all"]

CURRENCIES_CATALOGUE_LOCALE_VALUES: set[CurrenciesCatalogueLocale] = {
    "all",
}


def check_currencies_catalogue_locale(value: str) -> CurrenciesCatalogueLocale:
    if value in CURRENCIES_CATALOGUE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CURRENCIES_CATALOGUE_LOCALE_VALUES!r}")

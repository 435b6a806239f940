from typing import Literal

ProductsRetrieveLocale = Literal["all"]

PRODUCTS_RETRIEVE_LOCALE_VALUES: set[ProductsRetrieveLocale] = {
    "all",
}


def check_products_retrieve_locale(value: str) -> ProductsRetrieveLocale:
    if value in PRODUCTS_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PRODUCTS_RETRIEVE_LOCALE_VALUES!r}")

from typing import Literal

ProductsListLocale = Literal["all"]

PRODUCTS_LIST_LOCALE_VALUES: set[ProductsListLocale] = {
    "all",
}


def check_products_list_locale(value: str) -> ProductsListLocale:
    if value in PRODUCTS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PRODUCTS_LIST_LOCALE_VALUES!r}")

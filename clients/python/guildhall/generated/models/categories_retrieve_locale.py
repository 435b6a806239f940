from typing import Literal

CategoriesRetrieveLocale = Literal["all"]

CATEGORIES_RETRIEVE_LOCALE_VALUES: set[CategoriesRetrieveLocale] = {
    "all",
}


def check_categories_retrieve_locale(value: str) -> CategoriesRetrieveLocale:
    if value in CATEGORIES_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CATEGORIES_RETRIEVE_LOCALE_VALUES!r}")

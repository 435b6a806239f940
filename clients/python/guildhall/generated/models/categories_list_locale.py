from typing import Literal

CategoriesListLocale = Literal["all"]

CATEGORIES_LIST_LOCALE_VALUES: set[CategoriesListLocale] = {
    "all",
}


def check_categories_list_locale(value: str) -> CategoriesListLocale:
    if value in CATEGORIES_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CATEGORIES_LIST_LOCALE_VALUES!r}")

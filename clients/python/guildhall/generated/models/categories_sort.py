from typing import Literal

CategoriesSort = Literal["-code", "-created_at", "-sort", "code", "created_at", "sort"]

CATEGORIES_SORT_VALUES: set[CategoriesSort] = {
    "-code",
    "-created_at",
    "-sort",
    "code",
    "created_at",
    "sort",
}


def check_categories_sort(value: str) -> CategoriesSort:
    if value in CATEGORIES_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CATEGORIES_SORT_VALUES!r}")

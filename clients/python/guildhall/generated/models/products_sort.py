from typing import Literal

ProductsSort = Literal["-created_at", "-sku", "created_at", "sku"]

PRODUCTS_SORT_VALUES: set[ProductsSort] = {
    "-created_at",
    "-sku",
    "created_at",
    "sku",
}


def check_products_sort(value: str) -> ProductsSort:
    if value in PRODUCTS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PRODUCTS_SORT_VALUES!r}")

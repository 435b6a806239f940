from typing import Literal

VariantsSort = Literal["-created_at", "-sku", "created_at", "sku"]

VARIANTS_SORT_VALUES: set[VariantsSort] = {
    "-created_at",
    "-sku",
    "created_at",
    "sku",
}


def check_variants_sort(value: str) -> VariantsSort:
    if value in VARIANTS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {VARIANTS_SORT_VALUES!r}")

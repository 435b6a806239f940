from typing import Literal

QuotesSort = Literal["-created_at", "-total", "-valid_until", "created_at", "total", "valid_until"]

QUOTES_SORT_VALUES: set[QuotesSort] = {
    "-created_at",
    "-total",
    "-valid_until",
    "created_at",
    "total",
    "valid_until",
}


def check_quotes_sort(value: str) -> QuotesSort:
    if value in QUOTES_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {QUOTES_SORT_VALUES!r}")

from typing import Literal

ReceivablesSort = Literal["-created_at", "created_at"]

RECEIVABLES_SORT_VALUES: set[ReceivablesSort] = {
    "-created_at",
    "created_at",
}


def check_receivables_sort(value: str) -> ReceivablesSort:
    if value in RECEIVABLES_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RECEIVABLES_SORT_VALUES!r}")

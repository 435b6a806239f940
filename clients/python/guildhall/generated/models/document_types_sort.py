from typing import Literal

DocumentTypesSort = Literal["-code", "-created_at", "-sort", "code", "created_at", "sort"]

DOCUMENT_TYPES_SORT_VALUES: set[DocumentTypesSort] = {
    "-code",
    "-created_at",
    "-sort",
    "code",
    "created_at",
    "sort",
}


def check_document_types_sort(value: str) -> DocumentTypesSort:
    if value in DOCUMENT_TYPES_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DOCUMENT_TYPES_SORT_VALUES!r}")

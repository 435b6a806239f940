from typing import Literal

LegalDocumentsSort = Literal["-created_at", "created_at"]

LEGAL_DOCUMENTS_SORT_VALUES: set[LegalDocumentsSort] = {
    "-created_at",
    "created_at",
}


def check_legal_documents_sort(value: str) -> LegalDocumentsSort:
    if value in LEGAL_DOCUMENTS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LEGAL_DOCUMENTS_SORT_VALUES!r}")

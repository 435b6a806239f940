from typing import Literal

DocumentTypesListLocale = Literal["all"]

DOCUMENT_TYPES_LIST_LOCALE_VALUES: set[DocumentTypesListLocale] = {
    "all",
}


def check_document_types_list_locale(value: str) -> DocumentTypesListLocale:
    if value in DOCUMENT_TYPES_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DOCUMENT_TYPES_LIST_LOCALE_VALUES!r}")

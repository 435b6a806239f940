from typing import Literal

DocumentTypesRetrieveLocale = Literal["all"]

DOCUMENT_TYPES_RETRIEVE_LOCALE_VALUES: set[DocumentTypesRetrieveLocale] = {
    "all",
}


def check_document_types_retrieve_locale(value: str) -> DocumentTypesRetrieveLocale:
    if value in DOCUMENT_TYPES_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DOCUMENT_TYPES_RETRIEVE_LOCALE_VALUES!r}")

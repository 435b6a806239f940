from typing import Literal

LegalDocumentsListLocale = Literal["all"]

LEGAL_DOCUMENTS_LIST_LOCALE_VALUES: set[LegalDocumentsListLocale] = {
    "all",
}


def check_legal_documents_list_locale(value: str) -> LegalDocumentsListLocale:
    if value in LEGAL_DOCUMENTS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LEGAL_DOCUMENTS_LIST_LOCALE_VALUES!r}")

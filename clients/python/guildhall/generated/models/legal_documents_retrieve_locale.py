from typing import Literal

LegalDocumentsRetrieveLocale = Literal["all"]

LEGAL_DOCUMENTS_RETRIEVE_LOCALE_VALUES: set[LegalDocumentsRetrieveLocale] = {
    "all",
}


def check_legal_documents_retrieve_locale(value: str) -> LegalDocumentsRetrieveLocale:
    if value in LEGAL_DOCUMENTS_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LEGAL_DOCUMENTS_RETRIEVE_LOCALE_VALUES!r}")

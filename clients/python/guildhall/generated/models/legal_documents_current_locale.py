from typing import Literal

LegalDocumentsCurrentLocale = Literal["all"]

LEGAL_DOCUMENTS_CURRENT_LOCALE_VALUES: set[LegalDocumentsCurrentLocale] = {
    "all",
}


def check_legal_documents_current_locale(value: str) -> LegalDocumentsCurrentLocale:
    if value in LEGAL_DOCUMENTS_CURRENT_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LEGAL_DOCUMENTS_CURRENT_LOCALE_VALUES!r}")

from typing import Literal

LegalDocumentsAwaitingLocale = Literal["all"]

LEGAL_DOCUMENTS_AWAITING_LOCALE_VALUES: set[LegalDocumentsAwaitingLocale] = {
    "all",
}


def check_legal_documents_awaiting_locale(value: str) -> LegalDocumentsAwaitingLocale:
    if value in LEGAL_DOCUMENTS_AWAITING_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LEGAL_DOCUMENTS_AWAITING_LOCALE_VALUES!r}")

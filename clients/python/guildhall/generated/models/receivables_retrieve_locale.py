from typing import Literal

ReceivablesRetrieveLocale = Literal["all"]

RECEIVABLES_RETRIEVE_LOCALE_VALUES: set[ReceivablesRetrieveLocale] = {
    "all",
}


def check_receivables_retrieve_locale(value: str) -> ReceivablesRetrieveLocale:
    if value in RECEIVABLES_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RECEIVABLES_RETRIEVE_LOCALE_VALUES!r}")

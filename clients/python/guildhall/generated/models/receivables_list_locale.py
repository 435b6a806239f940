from typing import Literal

ReceivablesListLocale = Literal["all"]

RECEIVABLES_LIST_LOCALE_VALUES: set[ReceivablesListLocale] = {
    "all",
}


def check_receivables_list_locale(value: str) -> ReceivablesListLocale:
    if value in RECEIVABLES_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RECEIVABLES_LIST_LOCALE_VALUES!r}")

from typing import Literal

QuotesListLocale = Literal["all"]

QUOTES_LIST_LOCALE_VALUES: set[QuotesListLocale] = {
    "all",
}


def check_quotes_list_locale(value: str) -> QuotesListLocale:
    if value in QUOTES_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {QUOTES_LIST_LOCALE_VALUES!r}")

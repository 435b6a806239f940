from typing import Literal

QuotesRetrieveLocale = Literal["all"]

QUOTES_RETRIEVE_LOCALE_VALUES: set[QuotesRetrieveLocale] = {
    "all",
}


def check_quotes_retrieve_locale(value: str) -> QuotesRetrieveLocale:
    if value in QUOTES_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {QUOTES_RETRIEVE_LOCALE_VALUES!r}")

from typing import Literal

QuoteRequestsRetrieveLocale = Literal["all"]

QUOTE_REQUESTS_RETRIEVE_LOCALE_VALUES: set[QuoteRequestsRetrieveLocale] = {
    "all",
}


def check_quote_requests_retrieve_locale(value: str) -> QuoteRequestsRetrieveLocale:
    if value in QUOTE_REQUESTS_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {QUOTE_REQUESTS_RETRIEVE_LOCALE_VALUES!r}")

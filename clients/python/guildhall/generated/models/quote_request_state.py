from typing import Literal

QuoteRequestState = Literal["cancelled", "ready", "refused", "waiting"]

QUOTE_REQUEST_STATE_VALUES: set[QuoteRequestState] = {
    "cancelled",
    "ready",
    "refused",
    "waiting",
}


def check_quote_request_state(value: str) -> QuoteRequestState:
    if value in QUOTE_REQUEST_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {QUOTE_REQUEST_STATE_VALUES!r}")

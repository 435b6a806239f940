from typing import Literal

OrdersNotesLocale = Literal["all"]

ORDERS_NOTES_LOCALE_VALUES: set[OrdersNotesLocale] = {
    "all",
}


def check_orders_notes_locale(value: str) -> OrdersNotesLocale:
    if value in ORDERS_NOTES_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ORDERS_NOTES_LOCALE_VALUES!r}")

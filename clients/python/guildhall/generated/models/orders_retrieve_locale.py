from typing import Literal

OrdersRetrieveLocale = Literal["all"]

ORDERS_RETRIEVE_LOCALE_VALUES: set[OrdersRetrieveLocale] = {
    "all",
}


def check_orders_retrieve_locale(value: str) -> OrdersRetrieveLocale:
    if value in ORDERS_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ORDERS_RETRIEVE_LOCALE_VALUES!r}")

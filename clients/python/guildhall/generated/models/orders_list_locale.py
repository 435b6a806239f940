from typing import Literal

OrdersListLocale = Literal["all"]

ORDERS_LIST_LOCALE_VALUES: set[OrdersListLocale] = {
    "all",
}


def check_orders_list_locale(value: str) -> OrdersListLocale:
    if value in ORDERS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ORDERS_LIST_LOCALE_VALUES!r}")

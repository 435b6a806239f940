from typing import Literal

OrdersTransitionsLocale = Literal["all"]

ORDERS_TRANSITIONS_LOCALE_VALUES: set[OrdersTransitionsLocale] = {
    "all",
}


def check_orders_transitions_locale(value: str) -> OrdersTransitionsLocale:
    if value in ORDERS_TRANSITIONS_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ORDERS_TRANSITIONS_LOCALE_VALUES!r}")

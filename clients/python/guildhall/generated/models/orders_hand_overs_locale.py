from typing import Literal

OrdersHandOversLocale = Literal["all"]

ORDERS_HAND_OVERS_LOCALE_VALUES: set[OrdersHandOversLocale] = {
    "all",
}


def check_orders_hand_overs_locale(value: str) -> OrdersHandOversLocale:
    if value in ORDERS_HAND_OVERS_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ORDERS_HAND_OVERS_LOCALE_VALUES!r}")

from typing import Literal

OrdersTimelineLocale = Literal["all"]

ORDERS_TIMELINE_LOCALE_VALUES: set[OrdersTimelineLocale] = {
    "all",
}


def check_orders_timeline_locale(value: str) -> OrdersTimelineLocale:
    if value in ORDERS_TIMELINE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ORDERS_TIMELINE_LOCALE_VALUES!r}")

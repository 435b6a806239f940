from typing import Literal

HolidaysSort = Literal["-created_at", "-day", "created_at", "day"]

HOLIDAYS_SORT_VALUES: set[HolidaysSort] = {
    "-created_at",
    "-day",
    "created_at",
    "day",
}


def check_holidays_sort(value: str) -> HolidaysSort:
    if value in HOLIDAYS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {HOLIDAYS_SORT_VALUES!r}")

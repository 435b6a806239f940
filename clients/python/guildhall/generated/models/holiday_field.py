from typing import Literal

HolidayField = Literal[
    "allowed_actions", "branch", "created_at", "day", "id", "name", "updated_at", "version"
]

HOLIDAY_FIELD_VALUES: set[HolidayField] = {
    "allowed_actions",
    "branch",
    "created_at",
    "day",
    "id",
    "name",
    "updated_at",
    "version",
}


def check_holiday_field(value: str) -> HolidayField:
    if value in HOLIDAY_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {HOLIDAY_FIELD_VALUES!r}")

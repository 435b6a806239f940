from typing import Literal

LocaleField = Literal[
    "calendar",
    "date_format",
    "decimal_separator",
    "digits",
    "dir",
    "english_name",
    "first_weekday",
    "group_separator",
    "hour_cycle",
    "language",
    "name",
    "time_format",
]

LOCALE_FIELD_VALUES: set[LocaleField] = {
    "calendar",
    "date_format",
    "decimal_separator",
    "digits",
    "dir",
    "english_name",
    "first_weekday",
    "group_separator",
    "hour_cycle",
    "language",
    "name",
    "time_format",
}


def check_locale_field(value: str) -> LocaleField:
    if value in LOCALE_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LOCALE_FIELD_VALUES!r}")

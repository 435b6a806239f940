from typing import Literal

UsersActivityLocale = Literal["all"]

USERS_ACTIVITY_LOCALE_VALUES: set[UsersActivityLocale] = {
    "all",
}


def check_users_activity_locale(value: str) -> UsersActivityLocale:
    if value in USERS_ACTIVITY_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {USERS_ACTIVITY_LOCALE_VALUES!r}")

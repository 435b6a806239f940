from typing import Literal

UsersListLocale = Literal["all"]

USERS_LIST_LOCALE_VALUES: set[UsersListLocale] = {
    "all",
}


def check_users_list_locale(value: str) -> UsersListLocale:
    if value in USERS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {USERS_LIST_LOCALE_VALUES!r}")

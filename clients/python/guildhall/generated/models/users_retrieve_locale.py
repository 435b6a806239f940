from typing import Literal

UsersRetrieveLocale = Literal["all"]

USERS_RETRIEVE_LOCALE_VALUES: set[UsersRetrieveLocale] = {
    "all",
}


def check_users_retrieve_locale(value: str) -> UsersRetrieveLocale:
    if value in USERS_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {USERS_RETRIEVE_LOCALE_VALUES!r}")

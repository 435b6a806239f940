from typing import Literal

UsersSessionsLocale = Literal["all"]

USERS_SESSIONS_LOCALE_VALUES: set[UsersSessionsLocale] = {
    "all",
}


def check_users_sessions_locale(value: str) -> UsersSessionsLocale:
    if value in USERS_SESSIONS_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {USERS_SESSIONS_LOCALE_VALUES!r}")

from typing import Literal

MeSessionsListLocale = Literal["all"]

ME_SESSIONS_LIST_LOCALE_VALUES: set[MeSessionsListLocale] = {
    "all",
}


def check_me_sessions_list_locale(value: str) -> MeSessionsListLocale:
    if value in ME_SESSIONS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ME_SESSIONS_LIST_LOCALE_VALUES!r}")

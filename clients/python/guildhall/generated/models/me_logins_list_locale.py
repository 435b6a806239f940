from typing import Literal

MeLoginsListLocale = Literal["all"]

ME_LOGINS_LIST_LOCALE_VALUES: set[MeLoginsListLocale] = {
    "all",
}


def check_me_logins_list_locale(value: str) -> MeLoginsListLocale:
    if value in ME_LOGINS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ME_LOGINS_LIST_LOCALE_VALUES!r}")

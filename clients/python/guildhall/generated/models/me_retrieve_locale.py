from typing import Literal

MeRetrieveLocale = Literal["all"]

ME_RETRIEVE_LOCALE_VALUES: set[MeRetrieveLocale] = {
    "all",
}


def check_me_retrieve_locale(value: str) -> MeRetrieveLocale:
    if value in ME_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ME_RETRIEVE_LOCALE_VALUES!r}")

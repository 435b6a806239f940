from typing import Literal

LanguagesRetrieveLocale = Literal["all"]

LANGUAGES_RETRIEVE_LOCALE_VALUES: set[LanguagesRetrieveLocale] = {
    "all",
}


def check_languages_retrieve_locale(value: str) -> LanguagesRetrieveLocale:
    if value in LANGUAGES_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LANGUAGES_RETRIEVE_LOCALE_VALUES!r}")

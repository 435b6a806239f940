from typing import Literal

LanguagesListLocale = Literal["all"]

LANGUAGES_LIST_LOCALE_VALUES: set[LanguagesListLocale] = {
    "all",
}


def check_languages_list_locale(value: str) -> LanguagesListLocale:
    if value in LANGUAGES_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LANGUAGES_LIST_LOCALE_VALUES!r}")

from typing import Literal

LanguagePairsRetrieveLocale = Literal["all"]

LANGUAGE_PAIRS_RETRIEVE_LOCALE_VALUES: set[LanguagePairsRetrieveLocale] = {
    "all",
}


def check_language_pairs_retrieve_locale(value: str) -> LanguagePairsRetrieveLocale:
    if value in LANGUAGE_PAIRS_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LANGUAGE_PAIRS_RETRIEVE_LOCALE_VALUES!r}")

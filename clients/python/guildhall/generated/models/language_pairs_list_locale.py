from typing import Literal

LanguagePairsListLocale = Literal["all"]

LANGUAGE_PAIRS_LIST_LOCALE_VALUES: set[LanguagePairsListLocale] = {
    "all",
}


def check_language_pairs_list_locale(value: str) -> LanguagePairsListLocale:
    if value in LANGUAGE_PAIRS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LANGUAGE_PAIRS_LIST_LOCALE_VALUES!r}")

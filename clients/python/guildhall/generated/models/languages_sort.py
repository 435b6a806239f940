from typing import Literal

LanguagesSort = Literal["-code", "-created_at", "-sort", "code", "created_at", "sort"]

LANGUAGES_SORT_VALUES: set[LanguagesSort] = {
    "-code",
    "-created_at",
    "-sort",
    "code",
    "created_at",
    "sort",
}


def check_languages_sort(value: str) -> LanguagesSort:
    if value in LANGUAGES_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LANGUAGES_SORT_VALUES!r}")

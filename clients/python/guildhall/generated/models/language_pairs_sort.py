from typing import Literal

LanguagePairsSort = Literal["-created_at", "-source", "-target", "created_at", "source", "target"]

LANGUAGE_PAIRS_SORT_VALUES: set[LanguagePairsSort] = {
    "-created_at",
    "-source",
    "-target",
    "created_at",
    "source",
    "target",
}


def check_language_pairs_sort(value: str) -> LanguagePairsSort:
    if value in LANGUAGE_PAIRS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LANGUAGE_PAIRS_SORT_VALUES!r}")

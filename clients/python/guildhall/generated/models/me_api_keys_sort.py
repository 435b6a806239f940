from typing import Literal

MeApiKeysSort = Literal["-created_at", "-name", "created_at", "name"]

ME_API_KEYS_SORT_VALUES: set[MeApiKeysSort] = {
    "-created_at",
    "-name",
    "created_at",
    "name",
}


def check_me_api_keys_sort(value: str) -> MeApiKeysSort:
    if value in ME_API_KEYS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ME_API_KEYS_SORT_VALUES!r}")

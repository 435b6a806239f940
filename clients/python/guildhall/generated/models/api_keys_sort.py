from typing import Literal

ApiKeysSort = Literal["-created_at", "-name", "created_at", "name"]

API_KEYS_SORT_VALUES: set[ApiKeysSort] = {
    "-created_at",
    "-name",
    "created_at",
    "name",
}


def check_api_keys_sort(value: str) -> ApiKeysSort:
    if value in API_KEYS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {API_KEYS_SORT_VALUES!r}")

from typing import Literal

ApiKeysListLocale = Literal["all"]

API_KEYS_LIST_LOCALE_VALUES: set[ApiKeysListLocale] = {
    "all",
}


def check_api_keys_list_locale(value: str) -> ApiKeysListLocale:
    if value in API_KEYS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {API_KEYS_LIST_LOCALE_VALUES!r}")

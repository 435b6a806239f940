from typing import Literal

ApiKeysRetrieveLocale = Literal["all"]

API_KEYS_RETRIEVE_LOCALE_VALUES: set[ApiKeysRetrieveLocale] = {
    "all",
}


def check_api_keys_retrieve_locale(value: str) -> ApiKeysRetrieveLocale:
    if value in API_KEYS_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {API_KEYS_RETRIEVE_LOCALE_VALUES!r}")

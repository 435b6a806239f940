from typing import Literal

MeApiKeysRetrieveLocale = Literal["all"]

ME_API_KEYS_RETRIEVE_LOCALE_VALUES: set[MeApiKeysRetrieveLocale] = {
    "all",
}


def check_me_api_keys_retrieve_locale(value: str) -> MeApiKeysRetrieveLocale:
    if value in ME_API_KEYS_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ME_API_KEYS_RETRIEVE_LOCALE_VALUES!r}")

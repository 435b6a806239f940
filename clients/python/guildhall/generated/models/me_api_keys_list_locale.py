from typing import Literal

MeApiKeysListLocale = Literal["all"]

ME_API_KEYS_LIST_LOCALE_VALUES: set[MeApiKeysListLocale] = {
    "all",
}


def check_me_api_keys_list_locale(value: str) -> MeApiKeysListLocale:
    if value in ME_API_KEYS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ME_API_KEYS_LIST_LOCALE_VALUES!r}")

from typing import Literal

SettingsRetrieveLocale = Literal["all"]

SETTINGS_RETRIEVE_LOCALE_VALUES: set[SettingsRetrieveLocale] = {
    "all",
}


def check_settings_retrieve_locale(value: str) -> SettingsRetrieveLocale:
    if value in SETTINGS_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SETTINGS_RETRIEVE_LOCALE_VALUES!r}")

from typing import Literal

CapabilitiesRetrieveLocale = Literal["all"]

CAPABILITIES_RETRIEVE_LOCALE_VALUES: set[CapabilitiesRetrieveLocale] = {
    "all",
}


def check_capabilities_retrieve_locale(value: str) -> CapabilitiesRetrieveLocale:
    if value in CAPABILITIES_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CAPABILITIES_RETRIEVE_LOCALE_VALUES!r}")

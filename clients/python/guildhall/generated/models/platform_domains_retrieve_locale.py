from typing import Literal

PlatformDomainsRetrieveLocale = Literal["all"]

PLATFORM_DOMAINS_RETRIEVE_LOCALE_VALUES: set[PlatformDomainsRetrieveLocale] = {
    "all",
}


def check_platform_domains_retrieve_locale(value: str) -> PlatformDomainsRetrieveLocale:
    if value in PLATFORM_DOMAINS_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {PLATFORM_DOMAINS_RETRIEVE_LOCALE_VALUES!r}"
    )

from typing import Literal

PlatformDomainsListLocale = Literal["all"]

PLATFORM_DOMAINS_LIST_LOCALE_VALUES: set[PlatformDomainsListLocale] = {
    "all",
}


def check_platform_domains_list_locale(value: str) -> PlatformDomainsListLocale:
    if value in PLATFORM_DOMAINS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PLATFORM_DOMAINS_LIST_LOCALE_VALUES!r}")

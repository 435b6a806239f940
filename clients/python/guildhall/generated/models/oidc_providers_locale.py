from typing import Literal

OidcProvidersLocale = Literal["all"]

OIDC_PROVIDERS_LOCALE_VALUES: set[OidcProvidersLocale] = {
    "all",
}


def check_oidc_providers_locale(value: str) -> OidcProvidersLocale:
    if value in OIDC_PROVIDERS_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OIDC_PROVIDERS_LOCALE_VALUES!r}")

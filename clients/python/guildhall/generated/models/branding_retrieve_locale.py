from typing import Literal

BrandingRetrieveLocale = Literal["all"]

BRANDING_RETRIEVE_LOCALE_VALUES: set[BrandingRetrieveLocale] = {
    "all",
}


def check_branding_retrieve_locale(value: str) -> BrandingRetrieveLocale:
    if value in BRANDING_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BRANDING_RETRIEVE_LOCALE_VALUES!r}")

from typing import Literal

BrandingContrastLocale = Literal["all"]

BRANDING_CONTRAST_LOCALE_VALUES: set[BrandingContrastLocale] = {
    "all",
}


def check_branding_contrast_locale(value: str) -> BrandingContrastLocale:
    if value in BRANDING_CONTRAST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BRANDING_CONTRAST_LOCALE_VALUES!r}")

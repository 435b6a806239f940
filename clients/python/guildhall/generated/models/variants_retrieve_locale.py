from typing import Literal

VariantsRetrieveLocale = Literal["all"]

VARIANTS_RETRIEVE_LOCALE_VALUES: set[VariantsRetrieveLocale] = {
    "all",
}


def check_variants_retrieve_locale(value: str) -> VariantsRetrieveLocale:
    if value in VARIANTS_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {VARIANTS_RETRIEVE_LOCALE_VALUES!r}")

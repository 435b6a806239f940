from typing import Literal

VariantsListLocale = Literal["all"]

VARIANTS_LIST_LOCALE_VALUES: set[VariantsListLocale] = {
    "all",
}


def check_variants_list_locale(value: str) -> VariantsListLocale:
    if value in VARIANTS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {VARIANTS_LIST_LOCALE_VALUES!r}")

from typing import Literal

StandardPageUnit = Literal["characters", "characters_no_spaces", "words"]

STANDARD_PAGE_UNIT_VALUES: set[StandardPageUnit] = {
    "characters",
    "characters_no_spaces",
    "words",
}


def check_standard_page_unit(value: str) -> StandardPageUnit:
    if value in STANDARD_PAGE_UNIT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {STANDARD_PAGE_UNIT_VALUES!r}")

from typing import Literal

CookieCategoryCode = Literal["marketing", "necessary", "preferences", "statistics"]

COOKIE_CATEGORY_CODE_VALUES: set[CookieCategoryCode] = {
    "marketing",
    "necessary",
    "preferences",
    "statistics",
}


def check_cookie_category_code(value: str) -> CookieCategoryCode:
    if value in COOKIE_CATEGORY_CODE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COOKIE_CATEGORY_CODE_VALUES!r}")

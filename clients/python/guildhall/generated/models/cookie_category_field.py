from typing import Literal

CookieCategoryField = Literal["code", "required"]

COOKIE_CATEGORY_FIELD_VALUES: set[CookieCategoryField] = {
    "code",
    "required",
}


def check_cookie_category_field(value: str) -> CookieCategoryField:
    if value in COOKIE_CATEGORY_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COOKIE_CATEGORY_FIELD_VALUES!r}")

from typing import Literal

ThemeName = Literal["dark", "light"]

THEME_NAME_VALUES: set[ThemeName] = {
    "dark",
    "light",
}


def check_theme_name(value: str) -> ThemeName:
    if value in THEME_NAME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {THEME_NAME_VALUES!r}")

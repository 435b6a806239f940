from typing import Literal

TextDirection = Literal["ltr", "rtl"]

TEXT_DIRECTION_VALUES: set[TextDirection] = {
    "ltr",
    "rtl",
}


def check_text_direction(value: str) -> TextDirection:
    if value in TEXT_DIRECTION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TEXT_DIRECTION_VALUES!r}")

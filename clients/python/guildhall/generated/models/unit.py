from typing import Literal

Unit = Literal["copy", "document", "hour", "item", "page"]

UNIT_VALUES: set[Unit] = {
    "copy",
    "document",
    "hour",
    "item",
    "page",
}


def check_unit(value: str) -> Unit:
    if value in UNIT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {UNIT_VALUES!r}")

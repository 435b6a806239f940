from typing import Literal

OptionKind = Literal["choice", "text"]

OPTION_KIND_VALUES: set[OptionKind] = {
    "choice",
    "text",
}


def check_option_kind(value: str) -> OptionKind:
    if value in OPTION_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OPTION_KIND_VALUES!r}")

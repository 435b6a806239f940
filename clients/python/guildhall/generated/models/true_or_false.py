from typing import Literal

TrueOrFalse = Literal["false", "true"]

TRUE_OR_FALSE_VALUES: set[TrueOrFalse] = {
    "false",
    "true",
}


def check_true_or_false(value: str) -> TrueOrFalse:
    if value in TRUE_OR_FALSE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TRUE_OR_FALSE_VALUES!r}")

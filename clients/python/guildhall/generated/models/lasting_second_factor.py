from typing import Literal

LastingSecondFactor = Literal["telegram", "totp"]

LASTING_SECOND_FACTOR_VALUES: set[LastingSecondFactor] = {
    "telegram",
    "totp",
}


def check_lasting_second_factor(value: str) -> LastingSecondFactor:
    if value in LASTING_SECOND_FACTOR_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LASTING_SECOND_FACTOR_VALUES!r}")

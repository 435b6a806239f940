from typing import Literal

SecondFactorMethod = Literal["recovery", "telegram", "totp"]

SECOND_FACTOR_METHOD_VALUES: set[SecondFactorMethod] = {
    "recovery",
    "telegram",
    "totp",
}


def check_second_factor_method(value: str) -> SecondFactorMethod:
    if value in SECOND_FACTOR_METHOD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SECOND_FACTOR_METHOD_VALUES!r}")

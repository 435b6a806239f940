from typing import Literal

ChargePer = Literal["line", "unit"]

CHARGE_PER_VALUES: set[ChargePer] = {
    "line",
    "unit",
}


def check_charge_per(value: str) -> ChargePer:
    if value in CHARGE_PER_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CHARGE_PER_VALUES!r}")

from typing import Literal

SecondFactorsField = Literal["methods", "recovery_codes_left", "required_by_role"]

SECOND_FACTORS_FIELD_VALUES: set[SecondFactorsField] = {
    "methods",
    "recovery_codes_left",
    "required_by_role",
}


def check_second_factors_field(value: str) -> SecondFactorsField:
    if value in SECOND_FACTORS_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SECOND_FACTORS_FIELD_VALUES!r}")

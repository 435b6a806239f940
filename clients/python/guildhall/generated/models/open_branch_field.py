from typing import Literal

OpenBranchField = Literal["address", "distance_m", "id", "latitude", "longitude", "name", "phone", "timezone"]

OPEN_BRANCH_FIELD_VALUES: set[OpenBranchField] = {
    "address",
    "distance_m",
    "id",
    "latitude",
    "longitude",
    "name",
    "phone",
    "timezone",
}


def check_open_branch_field(value: str) -> OpenBranchField:
    if value in OPEN_BRANCH_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OPEN_BRANCH_FIELD_VALUES!r}")

from typing import Literal

BranchField = Literal[
    "active",
    "address",
    "allowed_actions",
    "code",
    "created_at",
    "distance_m",
    "email",
    "id",
    "latitude",
    "longitude",
    "name",
    "parent",
    "phone",
    "timezone",
    "updated_at",
    "version",
]

BRANCH_FIELD_VALUES: set[BranchField] = {
    "active",
    "address",
    "allowed_actions",
    "code",
    "created_at",
    "distance_m",
    "email",
    "id",
    "latitude",
    "longitude",
    "name",
    "parent",
    "phone",
    "timezone",
    "updated_at",
    "version",
}


def check_branch_field(value: str) -> BranchField:
    if value in BRANCH_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BRANCH_FIELD_VALUES!r}")

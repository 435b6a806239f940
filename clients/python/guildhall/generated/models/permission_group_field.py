from typing import Literal

PermissionGroupField = Literal["code", "label", "permissions"]

PERMISSION_GROUP_FIELD_VALUES: set[PermissionGroupField] = {
    "code",
    "label",
    "permissions",
}


def check_permission_group_field(value: str) -> PermissionGroupField:
    if value in PERMISSION_GROUP_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PERMISSION_GROUP_FIELD_VALUES!r}")

from typing import Literal

RoleField = Literal[
    "allowed_actions",
    "code",
    "created_at",
    "effective_permissions",
    "id",
    "name",
    "networks",
    "parent",
    "permissions",
    "predefined",
    "requires_second_factor",
    "updated_at",
    "version",
]

ROLE_FIELD_VALUES: set[RoleField] = {
    "allowed_actions",
    "code",
    "created_at",
    "effective_permissions",
    "id",
    "name",
    "networks",
    "parent",
    "permissions",
    "predefined",
    "requires_second_factor",
    "updated_at",
    "version",
}


def check_role_field(value: str) -> RoleField:
    if value in ROLE_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ROLE_FIELD_VALUES!r}")

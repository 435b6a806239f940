from typing import Literal

TenantUserField = Literal[
    "allowed_actions",
    "created_at",
    "email",
    "id",
    "kind",
    "last_login_at",
    "name",
    "phone",
    "roles",
    "status",
]

TENANT_USER_FIELD_VALUES: set[TenantUserField] = {
    "allowed_actions",
    "created_at",
    "email",
    "id",
    "kind",
    "last_login_at",
    "name",
    "phone",
    "roles",
    "status",
}


def check_tenant_user_field(value: str) -> TenantUserField:
    if value in TENANT_USER_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TENANT_USER_FIELD_VALUES!r}")

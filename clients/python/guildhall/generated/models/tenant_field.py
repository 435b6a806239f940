from typing import Literal

TenantField = Literal[
    "allowed_actions",
    "country",
    "created_at",
    "currency",
    "host",
    "id",
    "languages",
    "name",
    "pack",
    "slug",
    "status",
    "timezone",
    "updated_at",
    "version",
]

TENANT_FIELD_VALUES: set[TenantField] = {
    "allowed_actions",
    "country",
    "created_at",
    "currency",
    "host",
    "id",
    "languages",
    "name",
    "pack",
    "slug",
    "status",
    "timezone",
    "updated_at",
    "version",
}


def check_tenant_field(value: str) -> TenantField:
    if value in TENANT_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TENANT_FIELD_VALUES!r}")

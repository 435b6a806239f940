from typing import Literal

TenantField = Literal[
    "access",
    "allowed_actions",
    "country",
    "created_at",
    "currency",
    "host",
    "id",
    "keep_backups",
    "languages",
    "name",
    "overrides",
    "owner_mailed_to",
    "pack",
    "plan",
    "purge_at",
    "reason",
    "slug",
    "status",
    "timezone",
    "updated_at",
    "version",
]

TENANT_FIELD_VALUES: set[TenantField] = {
    "access",
    "allowed_actions",
    "country",
    "created_at",
    "currency",
    "host",
    "id",
    "keep_backups",
    "languages",
    "name",
    "overrides",
    "owner_mailed_to",
    "pack",
    "plan",
    "purge_at",
    "reason",
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

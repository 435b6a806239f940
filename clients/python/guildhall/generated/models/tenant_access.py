from typing import Literal

TenantAccess = Literal["closed", "open", "read_only"]

TENANT_ACCESS_VALUES: set[TenantAccess] = {
    "closed",
    "open",
    "read_only",
}


def check_tenant_access(value: str) -> TenantAccess:
    if value in TENANT_ACCESS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TENANT_ACCESS_VALUES!r}")

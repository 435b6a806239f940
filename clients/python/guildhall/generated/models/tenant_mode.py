from typing import Literal

TenantMode = Literal["closed", "read_only"]

TENANT_MODE_VALUES: set[TenantMode] = {
    "closed",
    "read_only",
}


def check_tenant_mode(value: str) -> TenantMode:
    if value in TENANT_MODE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TENANT_MODE_VALUES!r}")

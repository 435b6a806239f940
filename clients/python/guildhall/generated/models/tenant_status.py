from typing import Literal

TenantStatus = Literal["active", "deletion_scheduled", "purging", "suspended", "trial"]

TENANT_STATUS_VALUES: set[TenantStatus] = {
    "active",
    "deletion_scheduled",
    "purging",
    "suspended",
    "trial",
}


def check_tenant_status(value: str) -> TenantStatus:
    if value in TENANT_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TENANT_STATUS_VALUES!r}")

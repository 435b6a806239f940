from typing import Literal

NewTenantStatus = Literal["active", "trial"]

NEW_TENANT_STATUS_VALUES: set[NewTenantStatus] = {
    "active",
    "trial",
}


def check_new_tenant_status(value: str) -> NewTenantStatus:
    if value in NEW_TENANT_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEW_TENANT_STATUS_VALUES!r}")

from typing import Literal

TenantTransitionName = Literal["activate", "close", "suspend"]

TENANT_TRANSITION_NAME_VALUES: set[TenantTransitionName] = {
    "activate",
    "close",
    "suspend",
}


def check_tenant_transition_name(value: str) -> TenantTransitionName:
    if value in TENANT_TRANSITION_NAME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TENANT_TRANSITION_NAME_VALUES!r}")

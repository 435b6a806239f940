from typing import Literal

TenantTransitionName = Literal["activate", "cancel_deletion", "schedule_deletion", "suspend"]

TENANT_TRANSITION_NAME_VALUES: set[TenantTransitionName] = {
    "activate",
    "cancel_deletion",
    "schedule_deletion",
    "suspend",
}


def check_tenant_transition_name(value: str) -> TenantTransitionName:
    if value in TENANT_TRANSITION_NAME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TENANT_TRANSITION_NAME_VALUES!r}")

from typing import Literal

AuditActionKind = Literal["action", "change"]

AUDIT_ACTION_KIND_VALUES: set[AuditActionKind] = {
    "action",
    "change",
}


def check_audit_action_kind(value: str) -> AuditActionKind:
    if value in AUDIT_ACTION_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {AUDIT_ACTION_KIND_VALUES!r}")

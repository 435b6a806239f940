from typing import Literal

AuditAction = Literal["delete", "insert", "update"]

AUDIT_ACTION_VALUES: set[AuditAction] = {
    "delete",
    "insert",
    "update",
}


def check_audit_action(value: str) -> AuditAction:
    if value in AUDIT_ACTION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {AUDIT_ACTION_VALUES!r}")

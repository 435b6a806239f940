from typing import Literal

AuditActionField = Literal["code", "kind", "label"]

AUDIT_ACTION_FIELD_VALUES: set[AuditActionField] = {
    "code",
    "kind",
    "label",
}


def check_audit_action_field(value: str) -> AuditActionField:
    if value in AUDIT_ACTION_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {AUDIT_ACTION_FIELD_VALUES!r}")

from typing import Literal

AuditEntryField = Literal[
    "action",
    "actor",
    "actor_kind",
    "after",
    "allowed_actions",
    "at",
    "before",
    "credential",
    "credential_kind",
    "hash",
    "id",
    "impersonator",
    "ip",
    "request_id",
    "resource",
    "sequence",
    "table",
    "transaction",
    "user_agent",
]

AUDIT_ENTRY_FIELD_VALUES: set[AuditEntryField] = {
    "action",
    "actor",
    "actor_kind",
    "after",
    "allowed_actions",
    "at",
    "before",
    "credential",
    "credential_kind",
    "hash",
    "id",
    "impersonator",
    "ip",
    "request_id",
    "resource",
    "sequence",
    "table",
    "transaction",
    "user_agent",
}


def check_audit_entry_field(value: str) -> AuditEntryField:
    if value in AUDIT_ENTRY_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {AUDIT_ENTRY_FIELD_VALUES!r}")

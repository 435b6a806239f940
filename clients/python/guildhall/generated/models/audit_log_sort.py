from typing import Literal

AuditLogSort = Literal["-created_at", "created_at"]

AUDIT_LOG_SORT_VALUES: set[AuditLogSort] = {
    "-created_at",
    "created_at",
}


def check_audit_log_sort(value: str) -> AuditLogSort:
    if value in AUDIT_LOG_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {AUDIT_LOG_SORT_VALUES!r}")

from typing import Literal

PlatformAuditLogSort = Literal["-created_at", "created_at"]

PLATFORM_AUDIT_LOG_SORT_VALUES: set[PlatformAuditLogSort] = {
    "-created_at",
    "created_at",
}


def check_platform_audit_log_sort(value: str) -> PlatformAuditLogSort:
    if value in PLATFORM_AUDIT_LOG_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PLATFORM_AUDIT_LOG_SORT_VALUES!r}")

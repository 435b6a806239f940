from typing import Literal

AuditLogListLocale = Literal["all"]

AUDIT_LOG_LIST_LOCALE_VALUES: set[AuditLogListLocale] = {
    "all",
}


def check_audit_log_list_locale(value: str) -> AuditLogListLocale:
    if value in AUDIT_LOG_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {AUDIT_LOG_LIST_LOCALE_VALUES!r}")

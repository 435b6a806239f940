from typing import Literal

AuditLogRetrieveLocale = Literal["all"]

AUDIT_LOG_RETRIEVE_LOCALE_VALUES: set[AuditLogRetrieveLocale] = {
    "all",
}


def check_audit_log_retrieve_locale(value: str) -> AuditLogRetrieveLocale:
    if value in AUDIT_LOG_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {AUDIT_LOG_RETRIEVE_LOCALE_VALUES!r}")

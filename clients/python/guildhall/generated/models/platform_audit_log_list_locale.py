from typing import Literal

PlatformAuditLogListLocale = Literal["all"]

PLATFORM_AUDIT_LOG_LIST_LOCALE_VALUES: set[PlatformAuditLogListLocale] = {
    "all",
}


def check_platform_audit_log_list_locale(value: str) -> PlatformAuditLogListLocale:
    if value in PLATFORM_AUDIT_LOG_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PLATFORM_AUDIT_LOG_LIST_LOCALE_VALUES!r}")

from typing import Literal

PlatformAuditLogRetrieveLocale = Literal["all"]

PLATFORM_AUDIT_LOG_RETRIEVE_LOCALE_VALUES: set[PlatformAuditLogRetrieveLocale] = {
    "all",
}


def check_platform_audit_log_retrieve_locale(value: str) -> PlatformAuditLogRetrieveLocale:
    if value in PLATFORM_AUDIT_LOG_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {PLATFORM_AUDIT_LOG_RETRIEVE_LOCALE_VALUES!r}"
    )

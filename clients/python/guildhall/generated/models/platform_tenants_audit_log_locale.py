from typing import Literal

PlatformTenantsAuditLogLocale = Literal["all"]

PLATFORM_TENANTS_AUDIT_LOG_LOCALE_VALUES: set[PlatformTenantsAuditLogLocale] = {
    "all",
}


def check_platform_tenants_audit_log_locale(value: str) -> PlatformTenantsAuditLogLocale:
    if value in PLATFORM_TENANTS_AUDIT_LOG_LOCALE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {PLATFORM_TENANTS_AUDIT_LOG_LOCALE_VALUES!r}"
    )

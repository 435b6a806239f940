from typing import Literal

PlatformAuditLogChainLocale = Literal["all"]

PLATFORM_AUDIT_LOG_CHAIN_LOCALE_VALUES: set[PlatformAuditLogChainLocale] = {
    "all",
}


def check_platform_audit_log_chain_locale(value: str) -> PlatformAuditLogChainLocale:
    if value in PLATFORM_AUDIT_LOG_CHAIN_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PLATFORM_AUDIT_LOG_CHAIN_LOCALE_VALUES!r}")

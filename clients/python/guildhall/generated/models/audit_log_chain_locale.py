from typing import Literal

AuditLogChainLocale = Literal["all"]

AUDIT_LOG_CHAIN_LOCALE_VALUES: set[AuditLogChainLocale] = {
    "all",
}


def check_audit_log_chain_locale(value: str) -> AuditLogChainLocale:
    if value in AUDIT_LOG_CHAIN_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {AUDIT_LOG_CHAIN_LOCALE_VALUES!r}")

from typing import Literal

AuditActionsCatalogueLocale = Literal["all"]

AUDIT_ACTIONS_CATALOGUE_LOCALE_VALUES: set[AuditActionsCatalogueLocale] = {
    "all",
}


def check_audit_actions_catalogue_locale(value: str) -> AuditActionsCatalogueLocale:
    if value in AUDIT_ACTIONS_CATALOGUE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {AUDIT_ACTIONS_CATALOGUE_LOCALE_VALUES!r}")

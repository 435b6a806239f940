from typing import Literal

DomainField = Literal[
    "allowed_actions",
    "certificate",
    "certificate_expires_at",
    "challenge",
    "checked_at",
    "created_at",
    "domain",
    "failed_checks",
    "id",
    "is_primary",
    "tenant",
    "updated_at",
    "verified_at",
    "version",
]

DOMAIN_FIELD_VALUES: set[DomainField] = {
    "allowed_actions",
    "certificate",
    "certificate_expires_at",
    "challenge",
    "checked_at",
    "created_at",
    "domain",
    "failed_checks",
    "id",
    "is_primary",
    "tenant",
    "updated_at",
    "verified_at",
    "version",
}


def check_domain_field(value: str) -> DomainField:
    if value in DOMAIN_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DOMAIN_FIELD_VALUES!r}")

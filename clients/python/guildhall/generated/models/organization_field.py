from typing import Literal

OrganizationField = Literal[
    "address",
    "allowed_actions",
    "country",
    "created_at",
    "currency",
    "email",
    "id",
    "languages",
    "legal",
    "legal_name",
    "name",
    "phone",
    "settings",
    "tax_id",
    "timezone",
    "updated_at",
    "version",
    "website",
]

ORGANIZATION_FIELD_VALUES: set[OrganizationField] = {
    "address",
    "allowed_actions",
    "country",
    "created_at",
    "currency",
    "email",
    "id",
    "languages",
    "legal",
    "legal_name",
    "name",
    "phone",
    "settings",
    "tax_id",
    "timezone",
    "updated_at",
    "version",
    "website",
}


def check_organization_field(value: str) -> OrganizationField:
    if value in ORGANIZATION_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ORGANIZATION_FIELD_VALUES!r}")

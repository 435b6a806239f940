from typing import Literal

CustomerField = Literal[
    "active",
    "allowed_actions",
    "branch",
    "class_code",
    "contacts",
    "created_at",
    "id",
    "identity",
    "kind",
    "language",
    "legal_name",
    "merged_at",
    "merged_into",
    "metadata",
    "name",
    "state",
    "tags",
    "tax_id",
    "undo_until",
    "updated_at",
    "version",
]

CUSTOMER_FIELD_VALUES: set[CustomerField] = {
    "active",
    "allowed_actions",
    "branch",
    "class_code",
    "contacts",
    "created_at",
    "id",
    "identity",
    "kind",
    "language",
    "legal_name",
    "merged_at",
    "merged_into",
    "metadata",
    "name",
    "state",
    "tags",
    "tax_id",
    "undo_until",
    "updated_at",
    "version",
}


def check_customer_field(value: str) -> CustomerField:
    if value in CUSTOMER_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CUSTOMER_FIELD_VALUES!r}")

from typing import Literal

VariantField = Literal[
    "active",
    "allowed_actions",
    "barcode",
    "created_at",
    "id",
    "media",
    "name",
    "options",
    "product",
    "sku",
    "updated_at",
    "version",
]

VARIANT_FIELD_VALUES: set[VariantField] = {
    "active",
    "allowed_actions",
    "barcode",
    "created_at",
    "id",
    "media",
    "name",
    "options",
    "product",
    "sku",
    "updated_at",
    "version",
}


def check_variant_field(value: str) -> VariantField:
    if value in VARIANT_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {VARIANT_FIELD_VALUES!r}")

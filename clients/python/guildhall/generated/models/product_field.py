from typing import Literal

ProductField = Literal[
    "active",
    "allowed_actions",
    "attributes",
    "barcode",
    "category",
    "created_at",
    "description",
    "id",
    "media",
    "name",
    "option_schema",
    "revenue_account",
    "sku",
    "tax_class",
    "unit",
    "updated_at",
    "variants",
    "version",
    "workflow",
]

PRODUCT_FIELD_VALUES: set[ProductField] = {
    "active",
    "allowed_actions",
    "attributes",
    "barcode",
    "category",
    "created_at",
    "description",
    "id",
    "media",
    "name",
    "option_schema",
    "revenue_account",
    "sku",
    "tax_class",
    "unit",
    "updated_at",
    "variants",
    "version",
    "workflow",
}


def check_product_field(value: str) -> ProductField:
    if value in PRODUCT_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PRODUCT_FIELD_VALUES!r}")

from typing import Literal

TaxRateField = Literal[
    "allowed_actions",
    "applies_to",
    "code",
    "created_at",
    "effective_from",
    "effective_until",
    "id",
    "inclusive",
    "name",
    "rate",
    "rounding",
    "tax_class",
    "updated_at",
    "version",
]

TAX_RATE_FIELD_VALUES: set[TaxRateField] = {
    "allowed_actions",
    "applies_to",
    "code",
    "created_at",
    "effective_from",
    "effective_until",
    "id",
    "inclusive",
    "name",
    "rate",
    "rounding",
    "tax_class",
    "updated_at",
    "version",
}


def check_tax_rate_field(value: str) -> TaxRateField:
    if value in TAX_RATE_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TAX_RATE_FIELD_VALUES!r}")

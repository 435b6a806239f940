from typing import Literal

ServiceField = Literal[
    "active",
    "allowed_actions",
    "code",
    "created_at",
    "description",
    "id",
    "kind",
    "name",
    "option_schema",
    "required_inputs",
    "revenue_account",
    "sort",
    "tax_class",
    "unit",
    "updated_at",
    "version",
    "workflow",
]

SERVICE_FIELD_VALUES: set[ServiceField] = {
    "active",
    "allowed_actions",
    "code",
    "created_at",
    "description",
    "id",
    "kind",
    "name",
    "option_schema",
    "required_inputs",
    "revenue_account",
    "sort",
    "tax_class",
    "unit",
    "updated_at",
    "version",
    "workflow",
}


def check_service_field(value: str) -> ServiceField:
    if value in SERVICE_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SERVICE_FIELD_VALUES!r}")

from typing import Literal

CategoryField = Literal[
    "active", "allowed_actions", "code", "created_at", "id", "name", "parent", "sort", "updated_at", "version"
]

CATEGORY_FIELD_VALUES: set[CategoryField] = {
    "active",
    "allowed_actions",
    "code",
    "created_at",
    "id",
    "name",
    "parent",
    "sort",
    "updated_at",
    "version",
}


def check_category_field(value: str) -> CategoryField:
    if value in CATEGORY_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CATEGORY_FIELD_VALUES!r}")

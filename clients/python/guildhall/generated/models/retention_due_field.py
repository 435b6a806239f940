from typing import Literal

RetentionDueField = Literal["days", "due", "more", "name"]

RETENTION_DUE_FIELD_VALUES: set[RetentionDueField] = {
    "days",
    "due",
    "more",
    "name",
}


def check_retention_due_field(value: str) -> RetentionDueField:
    if value in RETENTION_DUE_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RETENTION_DUE_FIELD_VALUES!r}")

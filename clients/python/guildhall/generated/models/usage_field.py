from typing import Literal

UsageField = Literal["label", "left", "limit", "name", "overridden", "overridden_until", "plan_limit", "used"]

USAGE_FIELD_VALUES: set[UsageField] = {
    "label",
    "left",
    "limit",
    "name",
    "overridden",
    "overridden_until",
    "plan_limit",
    "used",
}


def check_usage_field(value: str) -> UsageField:
    if value in USAGE_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {USAGE_FIELD_VALUES!r}")

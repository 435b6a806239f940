from typing import Literal

PlanField = Literal[
    "allowed_actions",
    "code",
    "created_at",
    "id",
    "limits",
    "name",
    "offered",
    "tenants",
    "updated_at",
    "version",
]

PLAN_FIELD_VALUES: set[PlanField] = {
    "allowed_actions",
    "code",
    "created_at",
    "id",
    "limits",
    "name",
    "offered",
    "tenants",
    "updated_at",
    "version",
}


def check_plan_field(value: str) -> PlanField:
    if value in PLAN_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PLAN_FIELD_VALUES!r}")

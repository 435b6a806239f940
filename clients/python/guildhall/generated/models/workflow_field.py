from typing import Literal

WorkflowField = Literal["allowed_actions", "code", "created_at", "definition", "id", "name", "number"]

WORKFLOW_FIELD_VALUES: set[WorkflowField] = {
    "allowed_actions",
    "code",
    "created_at",
    "definition",
    "id",
    "name",
    "number",
}


def check_workflow_field(value: str) -> WorkflowField:
    if value in WORKFLOW_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WORKFLOW_FIELD_VALUES!r}")

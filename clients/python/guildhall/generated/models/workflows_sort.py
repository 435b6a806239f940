from typing import Literal

WorkflowsSort = Literal["-created_at", "created_at"]

WORKFLOWS_SORT_VALUES: set[WorkflowsSort] = {
    "-created_at",
    "created_at",
}


def check_workflows_sort(value: str) -> WorkflowsSort:
    if value in WORKFLOWS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WORKFLOWS_SORT_VALUES!r}")

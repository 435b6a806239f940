from typing import Literal

AssignmentScope = Literal["branch", "business", "customer", "own", "set"]

ASSIGNMENT_SCOPE_VALUES: set[AssignmentScope] = {
    "branch",
    "business",
    "customer",
    "own",
    "set",
}


def check_assignment_scope(value: str) -> AssignmentScope:
    if value in ASSIGNMENT_SCOPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ASSIGNMENT_SCOPE_VALUES!r}")

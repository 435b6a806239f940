from typing import Literal

ProblemLimitName = Literal["branches", "items", "orders_a_month", "seats", "storage_bytes"]

PROBLEM_LIMIT_NAME_VALUES: set[ProblemLimitName] = {
    "branches",
    "items",
    "orders_a_month",
    "seats",
    "storage_bytes",
}


def check_problem_limit_name(value: str) -> ProblemLimitName:
    if value in PROBLEM_LIMIT_NAME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PROBLEM_LIMIT_NAME_VALUES!r}")

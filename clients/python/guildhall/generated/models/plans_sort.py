from typing import Literal

PlansSort = Literal["-code", "-created_at", "code", "created_at"]

PLANS_SORT_VALUES: set[PlansSort] = {
    "-code",
    "-created_at",
    "code",
    "created_at",
}


def check_plans_sort(value: str) -> PlansSort:
    if value in PLANS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PLANS_SORT_VALUES!r}")

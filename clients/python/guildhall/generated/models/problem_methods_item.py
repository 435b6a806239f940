from typing import Literal

ProblemMethodsItem = Literal["recovery", "telegram", "totp"]

PROBLEM_METHODS_ITEM_VALUES: set[ProblemMethodsItem] = {
    "recovery",
    "telegram",
    "totp",
}


def check_problem_methods_item(value: str) -> ProblemMethodsItem:
    if value in PROBLEM_METHODS_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PROBLEM_METHODS_ITEM_VALUES!r}")

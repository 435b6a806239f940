from typing import Literal

MergeChoice = Literal["highest", "insert", "never"]

MERGE_CHOICE_VALUES: set[MergeChoice] = {
    "highest",
    "insert",
    "never",
}


def check_merge_choice(value: str) -> MergeChoice:
    if value in MERGE_CHOICE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MERGE_CHOICE_VALUES!r}")

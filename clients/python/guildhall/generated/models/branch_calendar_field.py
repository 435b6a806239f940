from typing import Literal

BranchCalendarField = Literal["branch", "code", "days", "name", "timezone"]

BRANCH_CALENDAR_FIELD_VALUES: set[BranchCalendarField] = {
    "branch",
    "code",
    "days",
    "name",
    "timezone",
}


def check_branch_calendar_field(value: str) -> BranchCalendarField:
    if value in BRANCH_CALENDAR_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BRANCH_CALENDAR_FIELD_VALUES!r}")

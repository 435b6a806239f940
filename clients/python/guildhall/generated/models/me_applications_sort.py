from typing import Literal

MeApplicationsSort = Literal["-created_at", "created_at"]

ME_APPLICATIONS_SORT_VALUES: set[MeApplicationsSort] = {
    "-created_at",
    "created_at",
}


def check_me_applications_sort(value: str) -> MeApplicationsSort:
    if value in ME_APPLICATIONS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ME_APPLICATIONS_SORT_VALUES!r}")

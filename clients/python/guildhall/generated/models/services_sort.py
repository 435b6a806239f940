from typing import Literal

ServicesSort = Literal["-code", "-created_at", "-sort", "code", "created_at", "sort"]

SERVICES_SORT_VALUES: set[ServicesSort] = {
    "-code",
    "-created_at",
    "-sort",
    "code",
    "created_at",
    "sort",
}


def check_services_sort(value: str) -> ServicesSort:
    if value in SERVICES_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SERVICES_SORT_VALUES!r}")

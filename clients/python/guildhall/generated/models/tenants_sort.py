from typing import Literal

TenantsSort = Literal["-created_at", "-name", "-slug", "created_at", "name", "slug"]

TENANTS_SORT_VALUES: set[TenantsSort] = {
    "-created_at",
    "-name",
    "-slug",
    "created_at",
    "name",
    "slug",
}


def check_tenants_sort(value: str) -> TenantsSort:
    if value in TENANTS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TENANTS_SORT_VALUES!r}")

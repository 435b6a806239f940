from typing import Literal

OauthApplicationsSort = Literal["-created_at", "-name", "created_at", "name"]

OAUTH_APPLICATIONS_SORT_VALUES: set[OauthApplicationsSort] = {
    "-created_at",
    "-name",
    "created_at",
    "name",
}


def check_oauth_applications_sort(value: str) -> OauthApplicationsSort:
    if value in OAUTH_APPLICATIONS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OAUTH_APPLICATIONS_SORT_VALUES!r}")

from typing import Literal

MeLoginsSort = Literal["-created_at", "created_at"]

ME_LOGINS_SORT_VALUES: set[MeLoginsSort] = {
    "-created_at",
    "created_at",
}


def check_me_logins_sort(value: str) -> MeLoginsSort:
    if value in ME_LOGINS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ME_LOGINS_SORT_VALUES!r}")

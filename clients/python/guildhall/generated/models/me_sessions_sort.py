from typing import Literal

MeSessionsSort = Literal["-created_at", "created_at"]

ME_SESSIONS_SORT_VALUES: set[MeSessionsSort] = {
    "-created_at",
    "created_at",
}


def check_me_sessions_sort(value: str) -> MeSessionsSort:
    if value in ME_SESSIONS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ME_SESSIONS_SORT_VALUES!r}")

from typing import Literal

MeIdentitiesSort = Literal["-created_at", "created_at"]

ME_IDENTITIES_SORT_VALUES: set[MeIdentitiesSort] = {
    "-created_at",
    "created_at",
}


def check_me_identities_sort(value: str) -> MeIdentitiesSort:
    if value in ME_IDENTITIES_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ME_IDENTITIES_SORT_VALUES!r}")

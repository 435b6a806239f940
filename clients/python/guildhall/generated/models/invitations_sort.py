from typing import Literal

InvitationsSort = Literal["-created_at", "created_at"]

INVITATIONS_SORT_VALUES: set[InvitationsSort] = {
    "-created_at",
    "created_at",
}


def check_invitations_sort(value: str) -> InvitationsSort:
    if value in INVITATIONS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {INVITATIONS_SORT_VALUES!r}")

from typing import Literal

PlatformInvitationsSort = Literal["-created_at", "created_at"]

PLATFORM_INVITATIONS_SORT_VALUES: set[PlatformInvitationsSort] = {
    "-created_at",
    "created_at",
}


def check_platform_invitations_sort(value: str) -> PlatformInvitationsSort:
    if value in PLATFORM_INVITATIONS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PLATFORM_INVITATIONS_SORT_VALUES!r}")

from typing import Literal

PlatformInvitationsListLocale = Literal["all"]

PLATFORM_INVITATIONS_LIST_LOCALE_VALUES: set[PlatformInvitationsListLocale] = {
    "all",
}


def check_platform_invitations_list_locale(value: str) -> PlatformInvitationsListLocale:
    if value in PLATFORM_INVITATIONS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {PLATFORM_INVITATIONS_LIST_LOCALE_VALUES!r}"
    )

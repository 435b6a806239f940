from typing import Literal

PlatformInvitationsRetrieveLocale = Literal["all"]

PLATFORM_INVITATIONS_RETRIEVE_LOCALE_VALUES: set[PlatformInvitationsRetrieveLocale] = {
    "all",
}


def check_platform_invitations_retrieve_locale(value: str) -> PlatformInvitationsRetrieveLocale:
    if value in PLATFORM_INVITATIONS_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {PLATFORM_INVITATIONS_RETRIEVE_LOCALE_VALUES!r}"
    )

from typing import Literal

InvitationsRetrieveLocale = Literal["all"]

INVITATIONS_RETRIEVE_LOCALE_VALUES: set[InvitationsRetrieveLocale] = {
    "all",
}


def check_invitations_retrieve_locale(value: str) -> InvitationsRetrieveLocale:
    if value in INVITATIONS_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {INVITATIONS_RETRIEVE_LOCALE_VALUES!r}")

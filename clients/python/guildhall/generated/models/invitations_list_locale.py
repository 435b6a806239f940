from typing import Literal

InvitationsListLocale = Literal["all"]

INVITATIONS_LIST_LOCALE_VALUES: set[InvitationsListLocale] = {
    "all",
}


def check_invitations_list_locale(value: str) -> InvitationsListLocale:
    if value in INVITATIONS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {INVITATIONS_LIST_LOCALE_VALUES!r}")

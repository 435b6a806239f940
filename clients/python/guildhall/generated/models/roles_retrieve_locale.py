from typing import Literal

RolesRetrieveLocale = Literal["all"]

ROLES_RETRIEVE_LOCALE_VALUES: set[RolesRetrieveLocale] = {
    "all",
}


def check_roles_retrieve_locale(value: str) -> RolesRetrieveLocale:
    if value in ROLES_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ROLES_RETRIEVE_LOCALE_VALUES!r}")

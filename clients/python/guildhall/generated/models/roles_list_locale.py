from typing import Literal

RolesListLocale = Literal["all"]

ROLES_LIST_LOCALE_VALUES: set[RolesListLocale] = {
    "all",
}


def check_roles_list_locale(value: str) -> RolesListLocale:
    if value in ROLES_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ROLES_LIST_LOCALE_VALUES!r}")

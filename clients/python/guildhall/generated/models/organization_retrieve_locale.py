from typing import Literal

OrganizationRetrieveLocale = Literal["all"]

ORGANIZATION_RETRIEVE_LOCALE_VALUES: set[OrganizationRetrieveLocale] = {
    "all",
}


def check_organization_retrieve_locale(value: str) -> OrganizationRetrieveLocale:
    if value in ORGANIZATION_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ORGANIZATION_RETRIEVE_LOCALE_VALUES!r}")

from typing import Literal

MeIdentitiesListLocale = Literal["all"]

ME_IDENTITIES_LIST_LOCALE_VALUES: set[MeIdentitiesListLocale] = {
    "all",
}


def check_me_identities_list_locale(value: str) -> MeIdentitiesListLocale:
    if value in ME_IDENTITIES_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ME_IDENTITIES_LIST_LOCALE_VALUES!r}")

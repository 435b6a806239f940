from typing import Literal

MeApplicationsListLocale = Literal["all"]

ME_APPLICATIONS_LIST_LOCALE_VALUES: set[MeApplicationsListLocale] = {
    "all",
}


def check_me_applications_list_locale(value: str) -> MeApplicationsListLocale:
    if value in ME_APPLICATIONS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ME_APPLICATIONS_LIST_LOCALE_VALUES!r}")

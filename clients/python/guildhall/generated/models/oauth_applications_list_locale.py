from typing import Literal

OauthApplicationsListLocale = Literal["all"]

OAUTH_APPLICATIONS_LIST_LOCALE_VALUES: set[OauthApplicationsListLocale] = {
    "all",
}


def check_oauth_applications_list_locale(value: str) -> OauthApplicationsListLocale:
    if value in OAUTH_APPLICATIONS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OAUTH_APPLICATIONS_LIST_LOCALE_VALUES!r}")

from typing import Literal

OauthApplicationsRetrieveLocale = Literal["all"]

OAUTH_APPLICATIONS_RETRIEVE_LOCALE_VALUES: set[OauthApplicationsRetrieveLocale] = {
    "all",
}


def check_oauth_applications_retrieve_locale(value: str) -> OauthApplicationsRetrieveLocale:
    if value in OAUTH_APPLICATIONS_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {OAUTH_APPLICATIONS_RETRIEVE_LOCALE_VALUES!r}"
    )

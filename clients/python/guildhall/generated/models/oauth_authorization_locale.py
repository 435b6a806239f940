from typing import Literal

OauthAuthorizationLocale = Literal["all"]

OAUTH_AUTHORIZATION_LOCALE_VALUES: set[OauthAuthorizationLocale] = {
    "all",
}


def check_oauth_authorization_locale(value: str) -> OauthAuthorizationLocale:
    if value in OAUTH_AUTHORIZATION_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OAUTH_AUTHORIZATION_LOCALE_VALUES!r}")

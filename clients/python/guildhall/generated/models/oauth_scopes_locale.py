from typing import Literal

OauthScopesLocale = Literal["all"]

OAUTH_SCOPES_LOCALE_VALUES: set[OauthScopesLocale] = {
    "all",
}


def check_oauth_scopes_locale(value: str) -> OauthScopesLocale:
    if value in OAUTH_SCOPES_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OAUTH_SCOPES_LOCALE_VALUES!r}")

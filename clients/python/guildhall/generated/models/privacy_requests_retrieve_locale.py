from typing import Literal

PrivacyRequestsRetrieveLocale = Literal["all"]

PRIVACY_REQUESTS_RETRIEVE_LOCALE_VALUES: set[PrivacyRequestsRetrieveLocale] = {
    "all",
}


def check_privacy_requests_retrieve_locale(value: str) -> PrivacyRequestsRetrieveLocale:
    if value in PRIVACY_REQUESTS_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {PRIVACY_REQUESTS_RETRIEVE_LOCALE_VALUES!r}"
    )

from typing import Literal

PrivacyRequestsListLocale = Literal["all"]

PRIVACY_REQUESTS_LIST_LOCALE_VALUES: set[PrivacyRequestsListLocale] = {
    "all",
}


def check_privacy_requests_list_locale(value: str) -> PrivacyRequestsListLocale:
    if value in PRIVACY_REQUESTS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PRIVACY_REQUESTS_LIST_LOCALE_VALUES!r}")

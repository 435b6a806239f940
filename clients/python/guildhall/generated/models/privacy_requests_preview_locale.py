from typing import Literal

PrivacyRequestsPreviewLocale = Literal["all"]

PRIVACY_REQUESTS_PREVIEW_LOCALE_VALUES: set[PrivacyRequestsPreviewLocale] = {
    "all",
}


def check_privacy_requests_preview_locale(value: str) -> PrivacyRequestsPreviewLocale:
    if value in PRIVACY_REQUESTS_PREVIEW_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PRIVACY_REQUESTS_PREVIEW_LOCALE_VALUES!r}")

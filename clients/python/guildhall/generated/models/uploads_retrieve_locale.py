from typing import Literal

UploadsRetrieveLocale = Literal["all"]

UPLOADS_RETRIEVE_LOCALE_VALUES: set[UploadsRetrieveLocale] = {
    "all",
}


def check_uploads_retrieve_locale(value: str) -> UploadsRetrieveLocale:
    if value in UPLOADS_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {UPLOADS_RETRIEVE_LOCALE_VALUES!r}")

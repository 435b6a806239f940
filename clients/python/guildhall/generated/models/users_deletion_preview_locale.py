from typing import Literal

UsersDeletionPreviewLocale = Literal["all"]

USERS_DELETION_PREVIEW_LOCALE_VALUES: set[UsersDeletionPreviewLocale] = {
    "all",
}


def check_users_deletion_preview_locale(value: str) -> UsersDeletionPreviewLocale:
    if value in USERS_DELETION_PREVIEW_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {USERS_DELETION_PREVIEW_LOCALE_VALUES!r}")

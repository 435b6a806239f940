from typing import Literal

PlatformUsersDeletionPreviewLocale = Literal["all"]

PLATFORM_USERS_DELETION_PREVIEW_LOCALE_VALUES: set[PlatformUsersDeletionPreviewLocale] = {
    "all",
}


def check_platform_users_deletion_preview_locale(value: str) -> PlatformUsersDeletionPreviewLocale:
    if value in PLATFORM_USERS_DELETION_PREVIEW_LOCALE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {PLATFORM_USERS_DELETION_PREVIEW_LOCALE_VALUES!r}"
    )

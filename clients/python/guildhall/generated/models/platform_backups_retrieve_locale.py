from typing import Literal

PlatformBackupsRetrieveLocale = Literal["all"]

PLATFORM_BACKUPS_RETRIEVE_LOCALE_VALUES: set[PlatformBackupsRetrieveLocale] = {
    "all",
}


def check_platform_backups_retrieve_locale(value: str) -> PlatformBackupsRetrieveLocale:
    if value in PLATFORM_BACKUPS_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {PLATFORM_BACKUPS_RETRIEVE_LOCALE_VALUES!r}"
    )

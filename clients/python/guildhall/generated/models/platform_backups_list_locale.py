from typing import Literal

PlatformBackupsListLocale = Literal["all"]

PLATFORM_BACKUPS_LIST_LOCALE_VALUES: set[PlatformBackupsListLocale] = {
    "all",
}


def check_platform_backups_list_locale(value: str) -> PlatformBackupsListLocale:
    if value in PLATFORM_BACKUPS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PLATFORM_BACKUPS_LIST_LOCALE_VALUES!r}")

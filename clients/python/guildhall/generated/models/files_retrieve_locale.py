from typing import Literal

FilesRetrieveLocale = Literal["all"]

FILES_RETRIEVE_LOCALE_VALUES: set[FilesRetrieveLocale] = {
    "all",
}


def check_files_retrieve_locale(value: str) -> FilesRetrieveLocale:
    if value in FILES_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FILES_RETRIEVE_LOCALE_VALUES!r}")

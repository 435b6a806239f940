from typing import Literal

FilesListLocale = Literal["all"]

FILES_LIST_LOCALE_VALUES: set[FilesListLocale] = {
    "all",
}


def check_files_list_locale(value: str) -> FilesListLocale:
    if value in FILES_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FILES_LIST_LOCALE_VALUES!r}")

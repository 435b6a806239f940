from typing import Literal

FilesSort = Literal["-created_at", "-name", "-size", "created_at", "name", "size"]

FILES_SORT_VALUES: set[FilesSort] = {
    "-created_at",
    "-name",
    "-size",
    "created_at",
    "name",
    "size",
}


def check_files_sort(value: str) -> FilesSort:
    if value in FILES_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FILES_SORT_VALUES!r}")

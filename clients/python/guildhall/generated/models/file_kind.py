from typing import Literal

FileKind = Literal["doc", "docx", "heic", "jpeg", "pdf", "png", "txt"]

FILE_KIND_VALUES: set[FileKind] = {
    "doc",
    "docx",
    "heic",
    "jpeg",
    "pdf",
    "png",
    "txt",
}


def check_file_kind(value: str) -> FileKind:
    if value in FILE_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FILE_KIND_VALUES!r}")

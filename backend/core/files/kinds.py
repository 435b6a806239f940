"""The file types that may be uploaded. Standard library only: the analysing child imports this module."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FileKind(StrEnum):
    """A type as found in the bytes, never as told by a name or a header."""

    PDF = "pdf"
    DOCX = "docx"
    DOC = "doc"
    JPEG = "jpeg"
    PNG = "png"
    HEIC = "heic"
    TXT = "txt"


@dataclass(frozen=True, slots=True)
class FileType:
    """What goes with a kind.

    `extensions` are without the dot, the first being the one that a stored name is given. `family` groups
    kinds that people confuse innocently (a telephone names a HEIC photo `.jpg`): a name may claim another
    kind of the same family, not one of another family.
    """

    kind: FileKind
    content_type: str
    extensions: tuple[str, ...]
    family: str


_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

FILE_TYPES: dict[FileKind, FileType] = {
    item.kind: item
    for item in (
        FileType(FileKind.PDF, "application/pdf", ("pdf",), "pdf"),
        FileType(FileKind.DOCX, _DOCX, ("docx",), "word"),
        FileType(FileKind.DOC, "application/msword", ("doc", "dot"), "word"),
        FileType(FileKind.JPEG, "image/jpeg", ("jpg", "jpeg", "jpe", "jfif"), "image"),
        FileType(FileKind.PNG, "image/png", ("png", "apng"), "image"),
        FileType(FileKind.HEIC, "image/heic", ("heic", "heif", "hif"), "image"),
        FileType(FileKind.TXT, "text/plain", ("txt", "text"), "text"),
    )
}

SHOWN = frozenset({FileKind.JPEG, FileKind.PNG})
"""The images that every browser shows."""

EXTENSIONS: dict[str, FileKind] = {
    extension: item.kind for item in FILE_TYPES.values() for extension in item.extensions
}


class Rejected(Exception):
    """The bytes cannot be accepted; `code` is the public rejection code, `params` fill its message.

    This is what the Django-free half raises. `errors.from_rejection` turns it into the DomainError of the
    same code.
    """

    def __init__(self, code: str, **params: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.params = params

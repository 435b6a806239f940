"""What a file is, from its first and last bytes. Standard library only.

Nothing is parsed here: containers (ZIP, OLE) are named by their signature and opened only by the child
process, which then says whether a Word document is inside.
"""

from __future__ import annotations

import codecs
from pathlib import Path

from backend.core.files.kinds import EXTENSIONS, FILE_TYPES, FileKind, Rejected

HEAD_BYTES = 64 * 1024
ZIP_TAIL_BYTES = 65_557  # an end-of-central-directory record (22) with the longest comment (65,535)

_PDF_WINDOW = 1024  # Adobe's readers accept the header anywhere in the first kilobyte
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"})
_HEIF_CONTAINERS = frozenset({b"mif1", b"msf1"})

# Text formats that a browser or a shell would act upon, and other binaries worth naming in a refusal.
_FOREIGN_TEXT: tuple[tuple[bytes, str], ...] = (
    (b"<!doctype html", "html"),
    (b"<html", "html"),
    (b"<script", "html"),
    (b"<svg", "svg"),
    (b"<?xml", "xml"),
    (b"<?php", "php"),
    (b"{\\rtf", "rtf"),
    (b"#!", "script"),
    (b"%!ps", "postscript"),
)
_FOREIGN_BINARY: tuple[tuple[bytes, str], ...] = (
    (b"MZ", "exe"),
    (b"\x7fELF", "elf"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"BM", "bmp"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b", "gzip"),
)


def sniff(path: Path) -> FileKind:
    """The kind of the file at `path`, from its bytes.

    A ZIP container is reported as DOCX and an OLE container as DOC; the analysis confirms or rejects that.

    Raises Rejected: `file_empty`; `file_type_not_allowed` (with `detected`, a short name or "unknown");
    `file_polyglot` when the bytes are a valid start of two formats at once, because then what we check and
    what another program opens would differ.
    """
    size = path.stat().st_size
    if size == 0:
        raise Rejected("file_empty")
    with path.open("rb") as stream:
        head = stream.read(HEAD_BYTES)
        stream.seek(max(0, size - ZIP_TAIL_BYTES))
        tail = stream.read(ZIP_TAIL_BYTES)
    kind = sniff_head(head)
    _refuse_polyglot(kind, head, tail)
    return kind


def sniff_head(head: bytes) -> FileKind:
    """The kind that the first bytes announce; raises Rejected like `sniff` (except `file_empty`)."""
    if head.startswith(b"\xff\xd8\xff"):
        return FileKind.JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return FileKind.PNG
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return FileKind.DOCX
    if head.startswith(_OLE):
        return FileKind.DOC
    if head[4:8] == b"ftyp":
        return _heif(head)
    at = head.find(b"%PDF-", 0, _PDF_WINDOW)
    if at >= 0:
        if head[:at].removeprefix(codecs.BOM_UTF8).strip(b" \t\r\n\x00"):
            raise Rejected("file_polyglot", detected="pdf")
        return FileKind.PDF
    for magic, name in _FOREIGN_BINARY:
        # "BM" and "MZ" also begin ordinary words: only what is not text is one of these.
        if head.startswith(magic) and text_encoding(head) is None:
            raise Rejected("file_type_not_allowed", detected=name)
    start = head.removeprefix(codecs.BOM_UTF8).lstrip()[:32].lower()
    for magic, name in _FOREIGN_TEXT:
        if start.startswith(magic):
            raise Rejected("file_type_not_allowed", detected=name)
    if text_encoding(head) is None:
        raise Rejected("file_type_not_allowed", detected="unknown")
    return FileKind.TXT


def _heif(head: bytes) -> FileKind:
    box = int.from_bytes(head[:4], "big")
    major = head[8:12]
    compatible = {head[at : at + 4] for at in range(16, min(box, len(head), 256), 4)}
    if major in _HEIC_BRANDS or (major in _HEIF_CONTAINERS and compatible & _HEIC_BRANDS):
        return FileKind.HEIC
    if major == b"avif" or b"avif" in compatible:
        raise Rejected("file_type_not_allowed", detected="avif")
    raise Rejected("file_type_not_allowed", detected="mp4")


def _refuse_polyglot(kind: FileKind, head: bytes, tail: bytes) -> None:
    if kind is not FileKind.PDF and b"%PDF-" in head[:_PDF_WINDOW]:
        raise Rejected("file_polyglot", detected="pdf")
    if kind is not FileKind.DOCX and _ends_as_zip(tail):
        raise Rejected("file_polyglot", detected="zip")


def _ends_as_zip(tail: bytes) -> bool:
    """Whether the file ends in a ZIP directory, so that an unpacker would open it.

    The record must reach the last byte: a ZIP that merely lies inside (an attachment in a PDF) does not
    make its carrier an archive.
    """
    at = tail.rfind(b"PK\x05\x06")
    while at >= 0:
        if at + 22 <= len(tail):
            comment = int.from_bytes(tail[at + 20 : at + 22], "little")
            if at + 22 + comment == len(tail):
                return True
        at = tail.rfind(b"PK\x05\x06", 0, at)
    return False


def text_encoding(sample: bytes, *, final: bool = False) -> str | None:
    """The encoding of a text sample ("utf-8", "utf-16", "cp1251"), or None where it is no text.

    `final=False` lets the sample end in the middle of a character. Bytes that are not UTF-8 are taken for
    Windows-1251 only when nearly all of the high ones are Cyrillic letters or that code page's punctuation.
    """
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16" if _decodes(sample, "utf-16", final) else None
    if any(byte in _CONTROL for byte in sample):
        return None
    if _decodes(sample, "utf-8", final):
        return "utf-8-sig" if sample.startswith(codecs.BOM_UTF8) else "utf-8"
    high = [byte for byte in sample if byte >= 0x80]
    plausible = sum(1 for byte in high if byte in _CP1251_PLAUSIBLE)
    if plausible >= 0.95 * len(high) and _decodes(sample, "cp1251", final):
        return "cp1251"
    return None


def _decodes(sample: bytes, encoding: str, final: bool) -> bool:
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(sample, final)
    except UnicodeDecodeError:
        return False
    return "\x00" not in text


_CONTROL = frozenset(range(0x20)) - frozenset(b"\t\n\r\f\x1a\x1b") | {0x7F}
_CP1251_PLAUSIBLE = frozenset(range(0xC0, 0x100)) | frozenset(
    "ЁёЂђЃѓЄєЅѕІіЇїЈјЉљЊњЋћЌќЎўЏџҐґ«»№—–…“”„‘’•§©®°\u00a0".encode("cp1251")
)


def check_claim(name: str, detected: FileKind | str) -> None:
    """Refuse a name whose extension claims a type of another family than the bytes are.

    `detected` is a kind, or the short name of something that is not allowed. A name without an extension,
    or with one that we do not know, claims nothing.

    Raises Rejected `file_type_mismatch` with `declared` and `detected`.
    """
    claimed = EXTENSIONS.get(name.rpartition(".")[2].lower()) if "." in name else None
    if claimed is None:
        return
    if isinstance(detected, FileKind) and FILE_TYPES[detected].family == FILE_TYPES[claimed].family:
        return
    raise Rejected("file_type_mismatch", declared=str(claimed), detected=str(detected))

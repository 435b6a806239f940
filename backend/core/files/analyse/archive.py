"""Opening a ZIP that somebody else made: everything is checked before anything is inflated for use."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import IO

from backend.core.files.analyse.options import Limits
from backend.core.files.kinds import Rejected

_CHUNK = 256 * 1024
_DIRECTORY_BYTES = 4 * 1024 * 1024
_ENCRYPTED = 0x1
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})


def open_archive(stream: IO[bytes], limits: Limits) -> zipfile.ZipFile:
    """A ZIP whose declared and real sizes are within `limits`.

    Checked in this order: the directory's size before it is read; number of entries, methods and names;
    declared totals and ratio; entries that overlap (one packed stream listed many times); then every entry
    is inflated once and thrown away, because a declared size may lie to another reader (LibreOffice).

    Raises Rejected: `archive_bomb` (with `reason`), `document_encrypted`, `document_broken`.
    """
    _check_directory(stream, limits)
    try:
        archive = zipfile.ZipFile(stream)
        entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, EOFError, OSError) as error:
        raise Rejected("document_broken", reason="zip") from error
    if len(entries) > limits.archive_entries:
        raise Rejected("archive_bomb", reason="entries")
    names = set()
    for entry in entries:
        if entry.flag_bits & _ENCRYPTED:
            raise Rejected("document_encrypted")
        if entry.compress_type not in _METHODS:
            raise Rejected("document_broken", reason="compression")
        if entry.file_size > limits.archive_entry:
            raise Rejected("archive_bomb", reason="entry_size")
        if entry.filename in names:
            raise Rejected("archive_bomb", reason="duplicate_entries")
        names.add(entry.filename)
    if sum(entry.file_size for entry in entries) > limits.archive_total:
        raise Rejected("archive_bomb", reason="total_size")
    _check_overlap(entries)
    _check_inflated(archive, entries, limits)
    return archive


def _check_directory(stream: IO[bytes], limits: Limits) -> None:
    """The directory is read into memory whole by zipfile, so its size is looked at first."""
    size = stream.seek(0, 2)
    stream.seek(max(0, size - 65_557))
    tail = stream.read(65_557)
    stream.seek(0)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or at + 22 > len(tail):
        raise Rejected("document_broken", reason="zip")
    entries = int.from_bytes(tail[at + 10 : at + 12], "little")
    directory = int.from_bytes(tail[at + 12 : at + 16], "little")
    # 0xFFFF / 0xFFFFFFFF mean ZIP64: no Word document that passes our size limit needs it.
    if entries > limits.archive_entries or directory > _DIRECTORY_BYTES:
        raise Rejected("archive_bomb", reason="entries")


def _check_overlap(entries: list[zipfile.ZipInfo]) -> None:
    ordered = sorted(entries, key=lambda entry: entry.header_offset)
    end = 0
    for entry in ordered:
        if entry.header_offset < end:
            raise Rejected("archive_bomb", reason="overlap")
        end = entry.header_offset + 30 + entry.compress_size  # 30: the smallest local header


def _check_inflated(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    total = packed = 0
    for entry in entries:
        packed += entry.compress_size
        for size in _inflate(archive, entry):
            total += size
            if total > limits.archive_total:
                raise Rejected("archive_bomb", reason="total_size")
            if total > limits.archive_ratio_floor and total > limits.archive_ratio * max(packed, 1):
                raise Rejected("archive_bomb", reason="ratio")


def _inflate(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[int]:
    # zipfile stops at the declared size and then compares the CRC, so an entry that declares less than it
    # holds ends here as broken.
    try:
        with archive.open(entry) as stream:
            while chunk := stream.read(_CHUNK):
                yield len(chunk)
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise Rejected("document_broken", reason="zip") from error
    except Exception as error:
        if type(error).__module__ == "zlib":
            raise Rejected("document_broken", reason="zip") from error
        raise

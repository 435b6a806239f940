"""Reading a Compound File (OLE2): the streams of old Word documents. All offsets are untrusted."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from backend.core.files.kinds import Rejected

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFFFFFE
_MAX_SECTOR = 0xFFFFFFFA
_HEADER_FAT = 109


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int  # 1 storage, 2 stream, 5 root
    start: int
    size: int


class CompoundFile:
    """The streams of a compound file by name (those of nested storages too; the first of a name wins).

    Raises Rejected `document_broken` wherever the structure is not sound: a chain that loops, a sector
    outside the file, a size that the chain does not hold.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content
        if len(content) < 512 or not content.startswith(SIGNATURE):
            raise _broken()
        shift, mini_shift = struct.unpack_from("<HH", content, 30)
        if shift not in (9, 12) or mini_shift != 6:
            raise _broken()
        self._sector = 1 << shift
        fat_count, directory, _, cutoff, mini_fat, mini_count, difat, difat_count = struct.unpack_from(
            "<II I III II", content, 44
        )
        self._cutoff = cutoff
        self._fat = self._read_fat(fat_count, difat, difat_count)
        self._entries = self._read_directory(directory)
        root = next((entry for entry in self._entries if entry.kind == 5), None)
        if root is None:
            raise _broken()
        self._mini = self._chain(root.start)[: root.size] if root.size else b""
        self._mini_fat: tuple[int, ...] = ()
        if mini_count:
            raw = self._chain(mini_fat)
            self._mini_fat = struct.unpack(f"<{len(raw) // 4}I", raw[: len(raw) // 4 * 4])

    def names(self) -> set[str]:
        """The names of all streams."""
        return {entry.name for entry in self._entries if entry.kind == 2}

    def stream(self, name: str) -> bytes | None:
        """A stream's bytes, or None where there is none of that name."""
        for entry in self._entries:
            if entry.kind == 2 and entry.name == name:
                if entry.size < self._cutoff:
                    return self._mini_chain(entry.start, entry.size)
                data = self._chain(entry.start)
                if len(data) < entry.size:
                    raise _broken()
                return data[: entry.size]
        return None

    def _sector_at(self, number: int) -> bytes:
        start = (number + 1) * self._sector
        data = self._content[start : start + self._sector]
        if number > _MAX_SECTOR or not data:
            raise _broken()
        return data.ljust(self._sector, b"\0")  # the last sector may be cut short

    def _read_fat(self, count: int, difat: int, difat_count: int) -> tuple[int, ...]:
        limit = len(self._content) // self._sector + 1
        if count > limit or difat_count > limit:
            raise _broken()
        sectors = list(struct.unpack_from(f"<{_HEADER_FAT}I", self._content, 76))
        for _ in range(difat_count):
            block = struct.unpack(f"<{self._sector // 4}I", self._sector_at(difat))
            sectors.extend(block[:-1])
            difat = block[-1]
        fat: list[int] = []
        for number in sectors[:count]:
            fat.extend(struct.unpack(f"<{self._sector // 4}I", self._sector_at(number)))
        return tuple(fat)

    def _chain(self, start: int) -> bytes:
        parts: list[bytes] = []
        number = start
        while number != _END:
            if number >= len(self._fat) or len(parts) > len(self._fat):
                raise _broken()
            parts.append(self._sector_at(number))
            number = self._fat[number]
        return b"".join(parts)

    def _mini_chain(self, start: int, size: int) -> bytes:
        parts: list[bytes] = []
        number = start
        while number != _END and len(parts) * 64 < size:
            if number >= len(self._mini_fat) or len(parts) > len(self._mini_fat):
                raise _broken()
            part = self._mini[number * 64 : number * 64 + 64]
            if not part:
                raise _broken()
            parts.append(part)
            number = self._mini_fat[number]
        data = b"".join(parts)
        if len(data) < size:
            raise _broken()
        return data[:size]

    def _read_directory(self, start: int) -> list[_Entry]:
        raw = self._chain(start)
        entries = []
        for at in range(0, len(raw) - 127, 128):
            length, kind = struct.unpack_from("<HB", raw, at + 64)
            if kind not in (1, 2, 5) or not 2 <= length <= 64:
                continue
            name = raw[at : at + length - 2].decode("utf-16-le", "replace")
            first, size = struct.unpack_from("<II", raw, at + 116)
            entries.append(_Entry(name, kind, first, size))
        return entries


def _broken() -> Rejected:
    return Rejected("document_broken", reason="ole")

"""Limits of one analysis, as they travel from parent to child."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost. Sizes in bytes, times in seconds."""

    memory: int = 1024 * 1024 * 1024  # address space of the child
    cpu_seconds: int = 20
    wall_seconds: int = 40
    pages: int = 10_000
    pixels: int = 120_000_000  # width x height of one image
    text_bytes: int = 32 * 1024 * 1024  # a plain text, which is read whole
    archive_entries: int = 3_000
    archive_total: int = 400 * 1024 * 1024  # inflated size of all entries
    archive_entry: int = 200 * 1024 * 1024  # inflated size of one entry
    archive_ratio: int = 200  # inflated over packed, once more than archive_ratio_floor is inflated
    archive_ratio_floor: int = 16 * 1024 * 1024

    def as_dict(self) -> dict[str, int]:
        return asdict(self)


@dataclass(slots=True)
class Counts:
    """What the child found. Text figures are None where the file has no text that can be read."""

    pages: int
    method: str
    confidence: float
    words: int | None = None
    characters: int | None = None
    characters_no_spaces: int | None = None
    pages_without_text: int = 0
    frames: int = 1
    external_references: bool = False

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)

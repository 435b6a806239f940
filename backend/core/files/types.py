"""Values that this domain shares with others."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Any

from backend.core.files.kinds import SHOWN, FileKind

__all__ = [
    "PUBLISHED",
    "SHOWN",
    "SUBJECTS",
    "Category",
    "FileAnalysis",
    "FileInfo",
    "FileKind",
    "FileState",
    "Override",
    "StandardPage",
    "StandardPageUnit",
]


class Category(StrEnum):
    """What a file is for."""

    ORDER_FILE = "order_file"
    EXTRA = "extra"
    DRAFT = "draft"
    FINAL = "final"
    PAYMENT_PROOF = "payment_proof"
    AVATAR = "avatar"
    PRODUCT_MEDIA = "product_media"


class FileState(StrEnum):
    """Where a file stands: only a ready one can be attached or downloaded."""

    UPLOADING = "uploading"
    ANALYSING = "analysing"
    READY = "ready"
    REJECTED = "rejected"


SUBJECTS: dict[str, str] = {
    "customer": "cus",
    "order": "ord",
    "order_line": "oln",
    "note": "not",
    "payment": "pay",
    "product": "prd",
    "quote": "quo",
    "user": "usr",
}
"""What a file may belong to, with the prefix of its ids."""

PUBLISHED = frozenset({"product"})
"""Subjects whose files the business shows to everybody who has their links."""


class StandardPageUnit(StrEnum):
    """What a standard page is measured in."""

    CHARACTERS = "characters"
    CHARACTERS_NO_SPACES = "characters_no_spaces"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class StandardPage:
    """A business's definition of a page of text, for prices by volume: so many units make one."""

    unit: StandardPageUnit = StandardPageUnit.CHARACTERS
    size: int = 1800

    def count(
        self, *, characters: int | None, characters_no_spaces: int | None, words: int | None
    ) -> Decimal | None:
        """Standard pages to the hundredth, half up, unrounded to whole pages (that is pricing's matter).

        At least 0.01 for any text; None where the text could not be read.
        """
        amount = {
            StandardPageUnit.CHARACTERS: characters,
            StandardPageUnit.CHARACTERS_NO_SPACES: characters_no_spaces,
            StandardPageUnit.WORDS: words,
        }[self.unit]
        if amount is None:
            return None
        cent = Decimal("0.01")
        pages = (Decimal(amount) / self.size).quantize(cent, ROUND_HALF_UP)
        return max(pages, cent) if amount else Decimal("0.00")


@dataclass(frozen=True, slots=True)
class Override:
    """A person's correction of what was counted. `standard_pages` None leaves the counted figure."""

    pages: int
    standard_pages: Decimal | None
    reason: str
    by_id: uuid.UUID | None
    at: datetime


@dataclass(frozen=True, slots=True)
class FileAnalysis:
    """What a file holds. `pages` and `standard_pages` are those in force: a person's, where overridden.

    Text figures are None where the file has no readable text (a photograph, a scan). `method` says how
    pages were found (`pdf`, `libreoffice`, `docx_rendered_breaks`, `docx_layout_estimate`,
    `doc_layout_estimate`, `text_layout_estimate`, `image`, `human`), `confidence` from 0 to 1 how far to
    trust them. `pages_without_text` counts scanned pages of a PDF. `counted_pages` is the machine's figure.
    """

    pages: int
    words: int | None
    characters: int | None
    characters_no_spaces: int | None
    standard_pages: Decimal | None
    method: str
    confidence: Decimal
    pages_without_text: int
    standard_page: StandardPage
    counted_pages: int
    override: Override | None = None

    def as_json(self) -> dict[str, Any]:
        """What the database keeps: the machine's figures and, beside them, the override."""
        data: dict[str, Any] = {
            "pages": self.counted_pages,
            "words": self.words,
            "characters": self.characters,
            "characters_no_spaces": self.characters_no_spaces,
            "standard_unit": self.standard_page.unit.value,
            "standard_size": self.standard_page.size,
            "method": self.method,
            "confidence": str(self.confidence),
            "pages_without_text": self.pages_without_text,
        }
        return data


def analysis_from_json(data: Mapping[str, Any]) -> FileAnalysis:
    """The analysis that `File.analysis` holds, with its override applied."""
    standard = StandardPage(StandardPageUnit(data["standard_unit"]), data["standard_size"])
    words, characters = data["words"], data["characters"]
    without_spaces = data["characters_no_spaces"]
    counted = standard.count(characters=characters, characters_no_spaces=without_spaces, words=words)
    override = _override_from_json(data.get("override"))
    pages, method, confidence = data["pages"], data["method"], Decimal(data["confidence"])
    if override is not None:
        pages, method, confidence = override.pages, "human", Decimal("1.00")
        counted = counted if override.standard_pages is None else override.standard_pages
    return FileAnalysis(
        pages=pages,
        words=words,
        characters=characters,
        characters_no_spaces=without_spaces,
        standard_pages=counted,
        method=method,
        confidence=confidence,
        pages_without_text=data["pages_without_text"],
        standard_page=standard,
        counted_pages=data["pages"],
        override=override,
    )


def _override_from_json(data: Mapping[str, Any] | None) -> Override | None:
    if data is None:
        return None
    return Override(
        pages=data["pages"],
        standard_pages=None if data["standard_pages"] is None else Decimal(data["standard_pages"]),
        reason=data["reason"],
        by_id=uuid.UUID(data["by"]) if data["by"] else None,
        at=datetime.fromisoformat(data["at"]),
    )


def override_as_json(override: Override) -> dict[str, Any]:
    """The JSON that `File.analysis["override"]` holds."""
    return {
        "pages": override.pages,
        "standard_pages": None if override.standard_pages is None else str(override.standard_pages),
        "reason": override.reason,
        "by": str(override.by_id) if override.by_id else None,
        "at": override.at.isoformat(),
    }


@dataclass(frozen=True, slots=True)
class FileInfo:
    """A file as other domains see it. Sizes in bytes."""

    id: uuid.UUID
    name: str
    category: Category
    content_type: str
    kind: FileKind | None
    size: int
    sha256: str
    state: FileState
    analysis: FileAnalysis | None
    customer_id: uuid.UUID | None
    branch_id: uuid.UUID | None
    created_by_id: uuid.UUID | None
    subject_type: str | None
    subject_id: uuid.UUID | None
    created_at: datetime

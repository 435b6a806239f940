"""An estimate of how many pages a flow of paragraphs fills, where no layout engine is at hand.

The model: text wraps at the average character width of its font and size, lines are as high as the font's
line spacing, paragraphs, tables and pictures follow each other down the page body, and what does not fit
starts a new page. It knows page size, margins, explicit breaks, sizes, spacing, indents, table columns and
inline pictures; it does not know kerning, hyphenation, floats, footnote placement and widow control. On
ordinary letters, contracts and certificates it is within a tenth of a word processor's count.

Lengths are in points (1/72 inch).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

# Average advance of a character of running text (spaces included) as a part of the font size, measured on
# contracts and certificates in English with the fonts' own metrics.
_WIDTHS = {
    "times": 0.40,
    "garamond": 0.38,
    "georgia": 0.45,
    "cambria": 0.43,
    "calibri": 0.42,
    "arial narrow": 0.36,
    "arial": 0.44,
    "helvetica": 0.44,
    "verdana": 0.51,
    "tahoma": 0.46,
    "courier": 0.60,
    "consolas": 0.55,
}
_DEFAULT_WIDTH = 0.42
_CYRILLIC = 1.15  # its letters are wider than Latin ones by about this
_ARABIC = 0.90
_LINE = 1.17  # single line spacing as a part of the font size
_WRAP_LOSS = 1.04  # the ragged end of a wrapped line


@dataclass(frozen=True, slots=True)
class Page:
    """A page's size and margins; A4 with margins of an inch by default."""

    width: float = 595.3
    height: float = 841.9
    left: float = 72.0
    right: float = 72.0
    top: float = 72.0
    bottom: float = 72.0
    columns: int = 1

    @property
    def body_width(self) -> float:
        gaps = 36.0 * (self.columns - 1)
        return max(36.0, (self.width - self.left - self.right - gaps) / self.columns)

    @property
    def body_height(self) -> float:
        return max(36.0, self.height - self.top - self.bottom)


@dataclass(slots=True)
class Paragraph:
    text: str = ""
    size: float = 12.0
    font: str = ""
    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0  # left and right together
    line_factor: float = 1.0  # of single spacing
    line_exact: float | None = None
    picture_height: float = 0.0  # inline pictures, each on a line of its own

    def line_height(self) -> float:
        return self.line_exact or self.size * _LINE * self.line_factor

    def lines(self, width: float) -> int:
        """Lines at a given width; an empty paragraph is one line high."""
        room = max(self.size, width - self.indent)
        advance = self.size * _character_width(self.text, self.font)
        total = 0
        for piece in self.text.split("\n"):
            length = len(piece) * advance
            total += 1 if length <= room else math.ceil(length * _WRAP_LOSS / room)
        return total

    def height(self, width: float) -> float:
        text = self.lines(width) * self.line_height() if self.text or not self.picture_height else 0.0
        return text + self.picture_height


def _character_width(text: str, font: str) -> float:
    name = font.lower()
    width = next((value for key, value in _WIDTHS.items() if name.startswith(key)), _DEFAULT_WIDTH)
    if text.isascii() or name.startswith(("courier", "consolas")):
        return width
    sample = text[:400]
    cyrillic = sum(1 for c in sample if "\u0400" <= c <= "\u04ff")
    arabic = sum(1 for c in sample if "\u0600" <= c <= "\u06ff")
    wide = sum(1 for c in sample if "\u2e80" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7a3")
    rest = len(sample) - cyrillic - arabic - wide
    return (rest * width + cyrillic * width * _CYRILLIC + arabic * width * _ARABIC + wide * 1.0) / len(sample)


@dataclass(slots=True)
class Flow:
    """Fills pages from top to bottom; `pages` is the number begun so far."""

    page: Page = field(default_factory=Page)
    pages: int = 1
    _used: float = 0.0
    _column: int = 1
    _gap: float = 0.0  # space after the last paragraph, merged with the next one's space before

    @property
    def fresh(self) -> bool:
        """Whether nothing stands on the current page yet."""
        return self._used == 0.0 and self._column == 1

    def section(self, page: Page, *, new_page: bool) -> None:
        """Change to another page format, on a new page or in the middle of one."""
        self.page = page
        if new_page:
            self.page_break()

    def page_break(self) -> None:
        self.pages += 1
        self._used = self._gap = 0.0
        self._column = 1

    def paragraph(self, paragraph: Paragraph) -> None:
        self._used += max(self._gap, paragraph.before) if self._used else 0.0
        width = self.page.body_width
        if paragraph.text or not paragraph.picture_height:
            line = paragraph.line_height()
            self._lines(paragraph.lines(width), line)
        if paragraph.picture_height:
            self.block(paragraph.picture_height)
        self._gap = paragraph.after

    def block(self, height: float) -> None:
        """Something that stays in one piece unless it is higher than a page."""
        body = self.page.body_height
        if self._used + height > body and self._used:
            self._next()
        while height > body:
            height -= body
            self._next()
        self._used += height

    def row(self, height: float) -> None:
        """A table's row: a low one stays together, a high one continues on the next page."""
        body = self.page.body_height
        if height <= body / 4:
            self.block(height)
            return
        while self._used + height > body:
            height -= body - self._used
            self._next()
        self._used += height

    def _lines(self, count: int, height: float) -> None:
        height = min(max(height, 1.0), self.page.body_height)
        while count > 0:
            room = int((self.page.body_height - self._used + 0.01) // height)
            if room <= 0:
                self._next()
                continue
            taken = min(room, count)
            self._used += taken * height
            count -= taken

    def _next(self) -> None:
        if self._column < self.page.columns:
            self._column += 1
        else:
            self._column = 1
            self.pages += 1
        self._used = self._gap = 0.0

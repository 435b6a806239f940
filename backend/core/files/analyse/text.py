"""Plain text: characters by encoding, pages by an A4 page of typescript."""

from __future__ import annotations

from pathlib import Path

from backend.core.files.analyse.counting import TextCounter
from backend.core.files.analyse.layout import Flow, Paragraph
from backend.core.files.analyse.options import Counts, Limits
from backend.core.files.kinds import Rejected
from backend.core.files.sniff import text_encoding


def analyse_text(path: Path, limits: Limits) -> Counts:
    """A plain text has no pages of its own: they are those of its print-out (A4, 12 points, form feeds
    kept), with a confidence of 0.6, or 0.5 where the encoding had to be guessed.

    Raises Rejected: `file_empty` where there is nothing but white space, `text_too_large`,
    `file_type_not_allowed` where bytes after the sniffed beginning are no text.
    """
    if path.stat().st_size > limits.text_bytes:
        raise Rejected("text_too_large", limit=limits.text_bytes)
    content = path.read_bytes()
    encoding = text_encoding(content, final=True)
    if encoding is None:
        raise Rejected("file_type_not_allowed", detected="unknown")
    counter = TextCounter()
    flow = Flow()
    for number, sheet in enumerate(content.decode(encoding).split("\f")):
        if number:
            flow.page_break()
        for line in sheet.splitlines():
            counter.add(line)
            flow.paragraph(Paragraph(text=line))
    if counter.characters == 0:
        raise Rejected("file_empty")
    if flow.pages > limits.pages:
        raise Rejected("too_many_pages", limit=limits.pages)
    return Counts(
        pages=flow.pages,
        method="text_layout_estimate",
        confidence=0.5 if encoding == "cp1251" else 0.6,
        words=counter.words,
        characters=counter.characters,
        characters_no_spaces=counter.characters_no_spaces,
    )

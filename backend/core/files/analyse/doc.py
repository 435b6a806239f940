"""DOC (Word 97-2003): its text through the piece table, its pages by the layout estimate."""

from __future__ import annotations

import struct
from pathlib import Path

from backend.core.files.analyse.counting import TextCounter
from backend.core.files.analyse.layout import Flow, Paragraph
from backend.core.files.analyse.ole import CompoundFile
from backend.core.files.analyse.options import Counts, Limits
from backend.core.files.kinds import Rejected

_WORD_97 = 0x00C1  # nFib: the first version whose layout is read here
_ENCRYPTED, _TABLE_1 = 0x0100, 0x0200
_COMPRESSED = 0x40000000
_MAX_PIECES = 200_000

# Field codes stand between 0x13 and 0x14, their visible result up to 0x15.
_FIELD_BEGIN, _FIELD_SEPARATOR, _FIELD_END = "\x13", "\x14", "\x15"
_OTHERS = {"Workbook": "xls", "Book": "xls", "PowerPoint Document": "ppt", "__properties_version1.0": "msg"}


def analyse_doc(path: Path, limits: Limits) -> Counts:
    """Text figures from the main text and its notes; pages estimated (`doc_layout_estimate`, 0.5: sizes,
    margins and pictures are not read from this format).

    Raises Rejected: `document_encrypted` (also a protected DOCX, which comes in an OLE container),
    `document_broken`, `document_too_old` (before Word 97), `file_type_not_allowed` (with `detected`) for
    another kind of OLE file, `too_many_pages`.
    """
    container = CompoundFile(path.read_bytes())
    names = container.names()
    if "EncryptedPackage" in names:
        raise Rejected("document_encrypted")
    main = container.stream("WordDocument")
    if main is None:
        raise Rejected(
            "file_type_not_allowed",
            detected=next((name for mark, name in _OTHERS.items() if mark in names), "ole"),
        )
    text = _text(container, main)
    counter, flow = TextCounter(), Flow()
    for number, sheet in enumerate(text.split("\f")):
        if number:
            flow.page_break()
        for paragraph in sheet.replace("\x07", "\r").split("\r"):
            counter.add(paragraph)
            flow.paragraph(Paragraph(text=paragraph.replace("\x0b", "\n"), font="times"))
    if flow.pages > limits.pages:
        raise Rejected("too_many_pages", limit=limits.pages)
    return Counts(
        pages=flow.pages,
        method="doc_layout_estimate",
        confidence=0.5,
        words=counter.words,
        characters=counter.characters,
        characters_no_spaces=counter.characters_no_spaces,
    )


def _text(container: CompoundFile, main: bytes) -> str:
    try:
        signature, version = struct.unpack_from("<HH", main, 0)
        flags = struct.unpack_from("<H", main, 0x0A)[0]
        if signature != 0xA5EC:
            raise Rejected("document_broken", reason="word")
        if flags & _ENCRYPTED:
            raise Rejected("document_encrypted")
        if version < _WORD_97:
            raise Rejected("document_too_old")
        body, notes, headers, _, comments, endnotes = struct.unpack_from("<6i", main, 0x4C)
        start, length = struct.unpack_from("<II", main, 0x01A2)
        table = container.stream("1Table" if flags & _TABLE_1 else "0Table")
        if table is None or min(body, notes, headers, comments, endnotes) < 0:
            raise Rejected("document_broken", reason="word")
        text = _pieces(table[start : start + length], main)
    except struct.error as error:
        raise Rejected("document_broken", reason="word") from error
    # The parts follow each other: body, footnotes, headers (not counted), macros, comments (not), endnotes.
    ending = body + notes + headers + comments
    return _without_field_codes(text[: body + notes] + text[ending : ending + endnotes])


def _pieces(clx: bytes, main: bytes) -> str:
    at = 0
    while at < len(clx) and clx[at] == 0x01:  # formatting that precedes the piece table
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    if at >= len(clx) or clx[at] != 0x02:
        raise Rejected("document_broken", reason="word")
    size = struct.unpack_from("<I", clx, at + 1)[0]
    plc = clx[at + 5 : at + 5 + size]
    count = (len(plc) - 4) // 12
    if count < 1 or count > _MAX_PIECES:
        raise Rejected("document_broken", reason="word")
    positions = struct.unpack_from(f"<{count + 1}I", plc, 0)
    parts: list[str] = []
    read = 0
    for index in range(count):
        length = positions[index + 1] - positions[index]
        offset = struct.unpack_from("<I", plc, 4 * (count + 1) + 8 * index + 2)[0]
        if offset & _COMPRESSED:
            begin, size, encoding = (offset & ~_COMPRESSED) // 2, length, "cp1252"
        else:
            begin, size, encoding = offset, 2 * length, "utf-16-le"
        read += size
        # Pieces may not repeat the same bytes until a small file becomes an endless text.
        if length < 0 or begin + size > len(main) or read > 2 * len(main):
            raise Rejected("document_broken", reason="word")
        parts.append(main[begin : begin + size].decode(encoding, "replace"))
    return "".join(parts)


def _without_field_codes(text: str) -> str:
    kept: list[str] = []
    codes: list[bool] = []  # for every open field: whether we are still in its code
    for piece in _split_fields(text):
        if piece == _FIELD_BEGIN:
            codes.append(True)
        elif piece == _FIELD_SEPARATOR:
            if codes:
                codes[-1] = False
        elif piece == _FIELD_END:
            if codes:
                codes.pop()
        elif not any(codes):
            kept.append(piece)
    return "".join(kept)


def _split_fields(text: str) -> list[str]:
    marked = text
    for mark in (_FIELD_BEGIN, _FIELD_SEPARATOR, _FIELD_END):
        marked = marked.replace(mark, f"\ue000{mark}\ue000")
    return marked.split("\ue000")

"""DOCX without a word processor: the package is checked, its text counted and its layout estimated."""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree.ElementTree import ParseError, XMLParser

from backend.core.files.analyse.archive import open_archive
from backend.core.files.analyse.counting import TextCounter
from backend.core.files.analyse.docx_body import Body, Sections
from backend.core.files.analyse.docx_styles import Styles, local, read_styles
from backend.core.files.analyse.options import Counts, Limits
from backend.core.files.kinds import Rejected

_MAIN = ".wordprocessingml.document.main+xml"
_MACRO = ".ms-word.document.macroEnabled.main+xml"
_OTHERS = {"spreadsheetml": "xlsx", "presentationml": "pptx", "ms-excel": "xlsm", "ms-powerpoint": "pptm"}
_HYPERLINK = "/hyperlink"


@dataclass(slots=True)
class _Manifest:
    """`[Content_Types].xml`: the parts by content type. A target of XMLParser."""

    parts: dict[str, str] = field(default_factory=dict)
    defaults: dict[str, str] = field(default_factory=dict)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if local(tag) == "Override":
            self.parts[attributes.get("PartName", "").lstrip("/")] = attributes.get("ContentType", "")
        elif local(tag) == "Default":
            self.defaults[attributes.get("Extension", "").lower()] = attributes.get("ContentType", "")

    def end(self, tag: str) -> None:
        return

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        refuse_doctype()

    def close(self) -> None:
        return


@dataclass(slots=True)
class _Relations:
    """A `.rels` part: whether anything other than a hyperlink points outside the package."""

    external: bool = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if (
            local(tag) == "Relationship"
            and attributes.get("TargetMode") == "External"
            and not attributes.get("Type", "").endswith(_HYPERLINK)
        ):
            self.external = True

    def end(self, tag: str) -> None:
        return

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        refuse_doctype()

    def close(self) -> None:
        return


def refuse_doctype() -> None:
    """A part of a Word document never declares entities; one that does is an attack."""
    raise Rejected("archive_bomb", reason="entities")


def parse_part(archive: zipfile.ZipFile, name: str, target: object) -> None:
    """Stream a part of the package into a parser target; memory does not grow with the part.

    Raises Rejected `document_broken` on malformed XML, `archive_bomb` on a document type declaration.
    """
    # Every target refuses a document type declaration, and with it entities of any kind.
    parser = XMLParser(target=target)  # noqa: S314
    try:
        with archive.open(name) as stream:
            while chunk := stream.read(128 * 1024):
                parser.feed(chunk)
        parser.close()
    except (ParseError, zipfile.BadZipFile, EOFError, ValueError, LookupError) as error:
        raise Rejected("document_broken", reason="xml") from error


def analyse_docx(path: Path, limits: Limits) -> Counts:
    """Text figures from the content, pages from Word's own page marks or from the layout estimate.

    Methods: `docx_rendered_breaks` (Word left a mark wherever a page began when it last laid the document
    out, and the estimate agrees within a quarter; confidence 0.9) or `docx_layout_estimate` (0.6; or 0.5
    where marks are there and disagree: the larger figure is taken then, because marks get lost in editing,
    but never more than twice the estimate, because they can be invented).

    Counted: body, tables, text boxes, footnotes and endnotes, insertions. Not counted: hidden and deleted
    text, headers, footers, comments.

    Raises Rejected: `archive_bomb`, `document_encrypted`, `document_macros`, `document_broken`,
    `file_type_not_allowed` (with `detected`) for another kind of ZIP, `too_many_pages`.
    """
    with path.open("rb") as stream, open_archive(stream, limits) as archive:
        names = set(archive.namelist())
        main = _main_part(archive, names)
        folder = posixpath.dirname(main)
        styles = Styles()
        styles_part = posixpath.join(folder, "styles.xml")
        if styles_part in names:
            styles = read_styles(archive, styles_part, parse_part)
        sections = Sections()
        parse_part(archive, main, sections)
        body = Body(styles=styles, counter=TextCounter(), sections=sections.sections)
        parse_part(archive, main, body)
        for note in ("footnotes.xml", "endnotes.xml"):
            part = posixpath.join(folder, note)
            if part in names:
                # Notes are counted as text; on the page they take the room that they take in the flow.
                parse_part(archive, part, body)
        relations = _Relations()
        for name in sorted(names):
            if name.endswith(".rels"):
                parse_part(archive, name, relations)
    counts = _judge(body)
    if counts.pages > limits.pages:
        raise Rejected("too_many_pages", limit=limits.pages)
    counts.external_references = relations.external
    return counts


def _main_part(archive: zipfile.ZipFile, names: set[str]) -> str:
    if "[Content_Types].xml" not in names:
        raise Rejected("file_type_not_allowed", detected="zip")
    manifest = _Manifest()
    parse_part(archive, "[Content_Types].xml", manifest)
    for part, content_type in manifest.parts.items():
        if content_type.endswith(_MAIN):
            if part not in names:
                raise Rejected("document_broken", reason="parts")
            return part
    if manifest.defaults.get("xml", "").endswith(_MAIN) and "word/document.xml" in names:
        return "word/document.xml"
    declared = " ".join(manifest.parts.values())
    if _MACRO in declared:
        raise Rejected("document_macros")
    for mark, name in _OTHERS.items():
        if mark in declared:
            raise Rejected("file_type_not_allowed", detected=name)
    raise Rejected("file_type_not_allowed", detected="zip")


def _judge(body: Body) -> Counts:
    estimated = body.flow.pages
    marked = body.rendered_breaks + 1
    pages, method, confidence = estimated, "docx_layout_estimate", 0.6
    if body.rendered_breaks:
        if abs(marked - estimated) <= max(1.0, 0.25 * estimated):
            pages, method, confidence = marked, "docx_rendered_breaks", 0.9
        else:
            pages, confidence = (max(marked, estimated) if marked <= 2 * estimated else estimated), 0.5
    counter = body.counter
    return Counts(
        pages=pages,
        method=method,
        confidence=confidence,
        words=counter.words,
        characters=counter.characters,
        characters_no_spaces=counter.characters_no_spaces,
    )

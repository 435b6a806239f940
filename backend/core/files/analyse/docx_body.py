"""Reading a DOCX body as a stream: each element is counted and laid out as it passes."""

from __future__ import annotations

from dataclasses import dataclass, field

from backend.core.files.analyse.counting import TextCounter
from backend.core.files.analyse.docx_styles import Look, Styles, local, look_from, number, twips
from backend.core.files.analyse.layout import Flow, Page, Paragraph
from backend.core.files.kinds import Rejected

_EMU = 12_700  # English Metric Units in a point
_MAX_DEPTH = 400
_MAX_SECTIONS = 10_000
# A fallback repeats the text of the drawing beside it; deleted text and field codes are not on the page.
_SKIPPED = frozenset({"Fallback", "delText", "instrText", "delInstrText"})


@dataclass(frozen=True, slots=True)
class Section:
    """A section's page format and whether it begins on a new page."""

    page: Page
    new_page: bool


@dataclass(slots=True)
class Sections:
    """A target of XMLParser that reads only the sections.

    They are read before the body because a section's properties stand at its end.
    """

    sections: list[Section] = field(default_factory=list)
    _found: dict[str, dict[str, str]] | None = None
    _old: int = 0  # inside sectPrChange, which holds the properties before a tracked change

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = local(tag)
        if name == "sectPrChange":
            self._old += 1
        elif self._old:
            return
        elif name == "sectPr":
            self._found = {}
        elif self._found is not None:
            self._found[name] = {local(key): value for key, value in attributes.items()}

    def end(self, tag: str) -> None:
        name = local(tag)
        if name == "sectPrChange":
            self._old -= 1
        elif name == "sectPr" and self._found is not None and not self._old:
            if len(self.sections) >= _MAX_SECTIONS:
                raise Rejected("archive_bomb", reason="sections")
            self.sections.append(_section(self._found))
            self._found = None

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        raise Rejected("archive_bomb", reason="entities")

    def close(self) -> None:
        return


def _section(found: dict[str, dict[str, str]]) -> Section:
    size, margins = found.get("pgSz", {}), found.get("pgMar", {})
    base = Page()
    page = Page(
        width=_length(size.get("w"), base.width),
        height=_length(size.get("h"), base.height),
        left=_length(margins.get("left"), base.left, lowest=0.0),
        right=_length(margins.get("right"), base.right, lowest=0.0),
        top=_length(margins.get("top"), base.top, lowest=0.0),
        bottom=_length(margins.get("bottom"), base.bottom, lowest=0.0),
        columns=int(min(max(number(found.get("cols", {}).get("num"), 1) or 1, 1), 10)),
    )
    return Section(page, found.get("type", {}).get("val") != "continuous")


@dataclass(slots=True)
class _Open:
    """A paragraph being read. Text boxes put paragraphs inside paragraphs, so these stack."""

    text: list[str] = field(default_factory=list)
    look: Look = field(default_factory=Look)
    style: str | None = None
    run_size: float | None = None
    run_font: str | None = None
    picture: float = 0.0
    breaks_after: int = 0
    ends_section: bool = False


@dataclass(slots=True)
class _Table:
    """A table being read: the row's height is that of its highest cell."""

    columns: list[float] = field(default_factory=list)
    cell: int = 0
    cell_height: float = 0.0
    row_height: float = 0.0
    row_minimum: float = 0.0
    cell_width: float | None = None
    span: int = 1


@dataclass(slots=True)
class Body:
    """A target of XMLParser for `document.xml` and the notes.

    Raises Rejected `archive_bomb` on a document type declaration, `document_broken` on absurd nesting.
    """

    styles: Styles
    counter: TextCounter
    sections: list[Section] = field(default_factory=list)
    flow: Flow = field(default_factory=Flow)
    rendered_breaks: int = 0
    _paragraphs: list[_Open] = field(default_factory=list)
    _tables: list[_Table] = field(default_factory=list)
    _depth: int = 0
    _skip: int = 0  # depth at which a skipped element began, 0 when none
    _in_text: bool = False
    _in_run_properties: bool = False
    _in_paragraph_properties: bool = False
    _hidden_run: bool = False
    _text_box: int = 0
    _section: int = 0

    def __post_init__(self) -> None:
        if self.sections:
            self.flow.section(self.sections[0].page, new_page=False)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise Rejected("document_broken", reason="nesting")
        if self._skip:
            return
        name = local(tag)
        if name in _SKIPPED:
            self._skip = self._depth
            return
        match name:
            # DrawingML has a `p` and a `t` of its own, which are no text of the flow.
            case "p" if "/drawingml/" not in tag:
                self._paragraphs.append(_Open())
            case "t" if "/drawingml/" not in tag:
                self._in_text = True
            case "tab":
                self._write(" ")
            case "br" | "cr":
                self._break(_value(attributes, "type"))
            case "lastRenderedPageBreak":
                self.rendered_breaks += 1
            case "noBreakHyphen":
                self._write("-")
            case "pPr":
                self._in_paragraph_properties = True
            case "rPr":
                self._in_run_properties = True
            case "r":
                self._hidden_run = False
            case "txbxContent":
                self._text_box += 1
            case "sectPr" if self._paragraphs:
                self._paragraphs[-1].ends_section = True
            case "tbl":
                self._tables.append(_Table())
            case _:
                self._detail(name, attributes)

    def _detail(self, name: str, attributes: dict[str, str]) -> None:
        table = self._tables[-1] if self._tables else None
        if table is not None:
            match name:
                case "gridCol":
                    if len(table.columns) < 200:
                        table.columns.append(twips(_value(attributes, "w")) or 0.0)
                    return
                case "tr":
                    table.cell, table.row_height, table.row_minimum = 0, 0.0, 0.0
                    return
                case "tc":
                    table.cell_height, table.cell_width, table.span = 0.0, None, 1
                    return
                case "tcW":
                    if _value(attributes, "type") in (None, "dxa"):
                        table.cell_width = twips(_value(attributes, "w")) or None
                    return
                case "gridSpan":
                    table.span = int(min(max(number(_value(attributes, "val"), 1) or 1, 1), 200))
                    return
                case "trHeight":
                    table.row_minimum = twips(_value(attributes, "val")) or 0.0
                    return
        if not self._paragraphs:
            return
        current = self._paragraphs[-1]
        if name == "extent" and self._text_box == 0:
            # Inline and anchored pictures alike: an anchored one pushes text aside about as much.
            if (height := _value(attributes, "cy")) and height.isdigit():
                current.picture = max(current.picture, min(int(height), 10**9) / _EMU)
        elif self._in_run_properties:
            if self._in_paragraph_properties:
                return  # the looks of the paragraph mark, not of its text
            look = look_from(name, attributes, Look())
            current.run_size = look.size or current.run_size
            current.run_font = look.font or current.run_font
            if look.hidden is not None:
                self._hidden_run = look.hidden
        elif self._in_paragraph_properties:
            if name == "pStyle":
                current.style = _value(attributes, "val")
            else:
                current.look = look_from(name, attributes, current.look)

    def data(self, text: str) -> None:
        if self._in_text and not self._skip:
            self._write(text)

    def end(self, tag: str) -> None:
        self._depth -= 1
        if self._skip:
            if self._depth < self._skip:
                self._skip = 0
            return
        name = local(tag)
        match name:
            case "p" if "/drawingml/" not in tag and self._paragraphs:
                self._end_paragraph(self._paragraphs.pop())
            case "t":
                self._in_text = False
            case "pPr":
                self._in_paragraph_properties = False
            case "rPr":
                self._in_run_properties = False
            case "r":
                self._hidden_run = False
            case "txbxContent":
                self._text_box -= 1
            case "tc" if self._tables:
                table = self._tables[-1]
                table.row_height = max(table.row_height, table.cell_height)
                table.cell += table.span
            case "tr" if self._tables:
                self._end_row()
            case "tbl" if self._tables:
                self._tables.pop()

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        raise Rejected("archive_bomb", reason="entities")

    def close(self) -> None:
        return

    def _write(self, text: str) -> None:
        if self._paragraphs and not self._hidden_run:
            self._paragraphs[-1].text.append(text)

    def _break(self, kind: str | None) -> None:
        if not self._paragraphs:
            return
        if kind in ("page", "column") and not self._tables and not self._text_box:
            self._paragraphs[-1].breaks_after += 1
        else:
            self._write("\n")

    def _end_paragraph(self, current: _Open) -> None:
        text = "".join(current.text)
        self.counter.add(text)
        if self._text_box:
            return  # floats: its words count, its place is that of the drawing
        look = current.look.over(self.styles.resolve(current.style))
        paragraph = Paragraph(
            text=text,
            size=current.run_size or look.size or 10.0,
            font=current.run_font or look.font or "",
            before=look.before or 0.0,
            after=look.after or 0.0,
            indent=max(0.0, look.indent_left or 0.0) + max(0.0, look.indent_right or 0.0),
            line_factor=look.line_factor or 1.0,
            line_exact=look.line_exact,
            picture_height=current.picture,
        )
        if self._tables:
            table = self._tables[-1]
            height = paragraph.height(self._cell_width(table))
            table.cell_height += height + paragraph.before + paragraph.after
            return
        if look.page_break_before and not self.flow.fresh:
            self.flow.page_break()
        self.flow.paragraph(paragraph)
        for _ in range(current.breaks_after):
            self.flow.page_break()
        if current.ends_section and self._section + 1 < len(self.sections):
            self._section += 1
            following = self.sections[self._section]
            self.flow.section(following.page, new_page=following.new_page)

    def _cell_width(self, table: _Table) -> float:
        padding = 10.8  # Word's default cell margins, left and right
        if table.cell_width:
            return max(12.0, table.cell_width - padding)
        columns = table.columns[table.cell : table.cell + table.span]
        total = sum(columns) or self.flow.page.body_width / max(1, len(table.columns) or 3)
        return max(12.0, total - padding)

    def _end_row(self) -> None:
        table = self._tables[-1]
        height = max(table.row_height, table.row_minimum) + 1.0
        if len(self._tables) > 1:
            self._tables[-2].cell_height += height
        else:
            self.flow.row(min(height, 1e6))


def _length(text: str | None, default: float, *, lowest: float = 72.0) -> float:
    value = twips(text)
    return default if value is None else min(max(abs(value), lowest), 4_000.0)


def _value(attributes: dict[str, str], name: str) -> str | None:
    for key, value in attributes.items():
        if local(key) == name:
            return value
    return None

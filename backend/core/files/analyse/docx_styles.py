"""What a DOCX says about looks: document defaults and paragraph styles, with inheritance."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from backend.core.files.kinds import Rejected

_MAX_STYLES = 5_000
_MAX_DEPTH = 20  # of "based on"; Word itself stops at 11


@dataclass(frozen=True, slots=True)
class Look:
    """Properties of a paragraph and its text; None is inherited. Points, except the factor."""

    size: float | None = None
    font: str | None = None
    before: float | None = None
    after: float | None = None
    indent_left: float | None = None
    indent_right: float | None = None
    line_factor: float | None = None
    line_exact: float | None = None
    page_break_before: bool | None = None
    hidden: bool | None = None

    def over(self, base: Look) -> Look:
        """This look, with what it leaves open taken from `base`."""
        values = {
            name: value for name in Look.__dataclass_fields__ if (value := getattr(self, name)) is not None
        }
        return replace(base, **values)


def local(tag: str) -> str:
    """An element's or attribute's name without its namespace."""
    return tag.rpartition("}")[2]


def number(text: str | None, default: float | None = None) -> float | None:
    """A measure as written in the XML; `default` for what is no sane number (|n| up to a million)."""
    if text is None:
        return default
    try:
        value = float(text.removesuffix("pt"))
    except ValueError:
        return default
    return value if -1e6 <= value <= 1e6 else default


def twips(text: str | None) -> float | None:
    """Twentieths of a point to points; strict documents write points with a unit."""
    value = number(text)
    if value is None:
        return None
    return value if text is not None and text.endswith("pt") else value / 20


def switched_on(value: str | None) -> bool:
    """A toggle's value: present without a value means on."""
    return value not in ("0", "false", "off")


def look_from(tag: str, attributes: dict[str, str], look: Look) -> Look:
    """`look` with what one property element (`w:sz`, `w:spacing`, `w:ind`, …) sets."""
    values = {local(name): value for name, value in attributes.items()}
    if tag == "sz":
        size = number(values.get("val"))
        return replace(look, size=min(max(size / 2, 1.0), 400.0)) if size else look
    if tag == "rFonts":
        font = values.get("ascii") or values.get("hAnsi") or values.get("cs")
        return replace(look, font=font) if font else look
    if tag == "spacing" and ("line" in values or "before" in values or "after" in values):
        line = twips(values.get("line"))
        exact = values.get("lineRule") in ("exact", "atLeast")
        return replace(
            look,
            before=_first(twips(values.get("before")), look.before),
            after=_first(twips(values.get("after")), look.after),
            line_exact=line if line and exact else (None if line else look.line_exact),
            line_factor=line / 12 if line and not exact else look.line_factor,
        )
    if tag == "ind":
        return replace(
            look,
            indent_left=_first(twips(values.get("left") or values.get("start")), look.indent_left),
            indent_right=_first(twips(values.get("right") or values.get("end")), look.indent_right),
        )
    if tag == "pageBreakBefore":
        return replace(look, page_break_before=switched_on(values.get("val")))
    if tag == "vanish":
        return replace(look, hidden=switched_on(values.get("val")))
    return look


def _first(value: float | None, otherwise: float | None) -> float | None:
    return otherwise if value is None else value


@dataclass(slots=True)
class Styles:
    """The document's defaults, its default paragraph style, and the others by id."""

    defaults: Look = field(default_factory=lambda: Look(size=10.0, before=0.0, after=0.0, line_factor=1.0))
    looks: dict[str, tuple[str | None, Look]] = field(default_factory=dict)  # id: (based on, look)
    normal: str | None = None
    _resolved: dict[str | None, Look] = field(default_factory=dict)

    def resolve(self, style: str | None) -> Look:
        """The complete look of a style; of the default paragraph style for None or an unknown id."""
        if style not in self.looks:
            style = self.normal
        if style in self._resolved:
            return self._resolved[style]
        chain: list[Look] = []
        current = style
        while current is not None and current in self.looks and len(chain) < _MAX_DEPTH:
            based_on, look = self.looks[current]
            chain.append(look)
            current = based_on
        result = self.defaults
        for look in reversed(chain):
            result = look.over(result)
        self._resolved[style] = result
        return result


@dataclass(slots=True)
class _StylesTarget:
    styles: Styles
    style: str | None = None
    based_on: str | None = None
    look: Look = field(default_factory=Look)
    in_defaults: bool = False
    is_normal: bool = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = local(tag)
        values = {local(key): value for key, value in attributes.items()}
        if name == "docDefaults":
            self.in_defaults, self.look = True, Look()
        elif name == "style":
            self.style, self.based_on, self.look = values.get("styleId", ""), None, Look()
            paragraph = values.get("type", "paragraph") == "paragraph"
            self.is_normal = paragraph and values.get("default") in ("1", "true", "on")
        elif name == "basedOn":
            self.based_on = values.get("val")
        elif self.in_defaults or self.style is not None:
            self.look = look_from(name, attributes, self.look)

    def end(self, tag: str) -> None:
        name = local(tag)
        if name == "docDefaults":
            self.styles.defaults = self.look.over(self.styles.defaults)
            self.in_defaults = False
        elif name == "style" and self.style is not None:
            if len(self.styles.looks) >= _MAX_STYLES:
                raise Rejected("archive_bomb", reason="styles")
            self.styles.looks[self.style] = (self.based_on, self.look)
            if self.is_normal:
                self.styles.normal = self.style
            self.style = None

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        raise Rejected("archive_bomb", reason="entities")

    def close(self) -> None:
        return


def read_styles(
    archive: zipfile.ZipFile, part: str, parse: Callable[[zipfile.ZipFile, str, object], None]
) -> Styles:
    """The styles of a package, read from its styles part."""
    styles = Styles()
    parse(archive, part, _StylesTarget(styles))
    return styles

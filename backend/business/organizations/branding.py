"""How a business looks: design tokens for a light and a dark theme, and whether they can be read.

Contrast is that of WCAG 2.1: text needs 4.5 to 1 (success criterion 1.4.3), what tells a control or a state
from its ground 3 to 1 (1.4.11). Text below its ratio is refused; the rest is a warning in the answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

THEMES = ("light", "dark")
TEXT = 4.5
SHAPE = 3.0

DEFAULT_COLOURS: Mapping[str, Mapping[str, str]] = {
    "light": {
        "background": "#ffffff",
        "surface": "#f4f5f7",
        "text": "#16181d",
        "text_muted": "#5b6270",
        "primary": "#1f5fbf",
        "on_primary": "#ffffff",
        "accent": "#8a4b08",
        "on_accent": "#ffffff",
        "border": "#7d8593",
        "success": "#1a7f37",
        "warning": "#9a6700",
        "danger": "#c4262e",
    },
    "dark": {
        "background": "#14161a",
        "surface": "#1e2127",
        "text": "#f0f2f5",
        "text_muted": "#a3abb8",
        "primary": "#7fb2ff",
        "on_primary": "#0b1a30",
        "accent": "#f0b36a",
        "on_accent": "#2b1800",
        "border": "#767e8c",
        "success": "#56d364",
        "warning": "#e3b341",
        "danger": "#ff7b72",
    },
}
"""Every colour token with the value that holds where a business has set none."""
COLOURS = tuple(DEFAULT_COLOURS["light"])
DEFAULT_FONTS: Mapping[str, str] = {"heading": "system-ui", "body": "system-ui", "monospace": "ui-monospace"}
DEFAULT_RADIUS = 8
"""Of corners, in CSS pixels."""

PAIRS: tuple[tuple[str, str, float], ...] = (
    ("text", "background", TEXT),
    ("text", "surface", TEXT),
    ("text_muted", "background", TEXT),
    ("text_muted", "surface", TEXT),
    ("on_primary", "primary", TEXT),
    ("on_accent", "accent", TEXT),
    ("primary", "background", SHAPE),
    ("accent", "background", SHAPE),
    ("border", "background", SHAPE),
    ("success", "background", SHAPE),
    ("warning", "background", SHAPE),
    ("danger", "background", SHAPE),
)
"""What stands on what, and the least ratio between them."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """The ratio of two tokens of a theme, and the least that they need."""

    theme: str
    foreground: str
    background: str
    ratio: float
    required: float

    @property
    def passes(self) -> bool:
        """Whether it is enough."""
        return self.ratio >= self.required

    @property
    def is_text(self) -> bool:
        """Whether text stands there: then too little is refused."""
        return self.required >= TEXT


def luminance(colour: str) -> float:
    """The relative luminance of `#rrggbb`, from 0 (black) to 1 (white). Source: WCAG 2.1, relative luminance."""
    linear = []
    for at in (1, 3, 5):
        channel = int(colour[at : at + 2], 16) / 255
        linear.append(channel / 12.92 if channel <= 0.03928 else ((channel + 0.055) / 1.055) ** 2.4)
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast_ratio(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21, whichever is in front. Source: WCAG 2.1, contrast ratio."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def contrasts(colours: Mapping[str, Mapping[str, str]]) -> Iterator[Contrast]:
    """The ratio of each pair of each theme."""
    for theme in THEMES:
        for foreground, background, required in PAIRS:
            ratio = contrast_ratio(colours[theme][foreground], colours[theme][background])
            yield Contrast(theme, foreground, background, ratio, required)


def whole(stored: Mapping[str, Any]) -> dict[str, Any]:
    """The tokens that hold: what a business has set, over the defaults."""
    colours = stored.get("colours", {})
    return {
        "colours": {theme: {**DEFAULT_COLOURS[theme], **colours.get(theme, {})} for theme in THEMES},
        "fonts": {**DEFAULT_FONTS, **stored.get("fonts", {})},
        "radius": stored.get("radius", DEFAULT_RADIUS),
        "logo": {"light": None, "dark": None, **stored.get("logo", {})},
        "favicon": stored.get("favicon"),
    }


def merged(stored: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """What is to be stored after some changes: null takes a value back to its default."""
    result: dict[str, Any] = dict(stored)
    for name, value in changes.items():
        if isinstance(value, Mapping):
            inner = merged(stored.get(name) or {}, value)
            result[name] = inner
        else:
            result[name] = value
    return {name: value for name, value in result.items() if value is not None and value != {}}

"""File names as people send them, made safe to store and to send back. Standard library only."""

from __future__ import annotations

import unicodedata
from urllib.parse import quote

from backend.core.files.kinds import EXTENSIONS, FILE_TYPES, FileKind

MAX_NAME = 150  # characters, the extension included; at most 600 bytes in UTF-8

_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))}
)
_FORBIDDEN = frozenset('<>:"/\\|?*')


def clean_name(name: str, kind: FileKind) -> str:
    """The name to store: its last path component, without control, formatting (such as right-to-left
    override) and path characters, at most `MAX_NAME` characters, ending in an extension of `kind`.

    A double-clicked download must open as what was checked, so a foreign extension is kept in the middle:
    `run.js` that is plain text becomes `run.js.txt`. What remains empty becomes `file`.
    """
    text = unicodedata.normalize("NFC", name)
    text = text.replace("\\", "/").rpartition("/")[2]
    # Cc control, Cf formatting (RTL override, zero width), Cs lone surrogates, Co private use, Cn unassigned,
    # Zl/Zp line separators. ZWNJ is kept: Persian spelling needs it.
    text = "".join(
        character
        for character in text
        if character not in _FORBIDDEN
        and (character == "\u200c" or unicodedata.category(character) not in _DROPPED)
    )
    text = " ".join(text.split()).strip(". ")
    stem, dot, extension = text.rpartition(".")
    if not dot:
        stem, extension = text, ""
    allowed = FILE_TYPES[kind].extensions
    claimed = EXTENSIONS.get(extension.lower())
    if extension.lower() in allowed:
        suffix = extension.lower()
    else:
        suffix = allowed[0]
        if claimed is None:
            stem = text  # an unknown ending is part of the name
    stem = stem.strip(". ") or "file"
    if stem.partition(".")[0].lower() in _RESERVED:
        stem = f"_{stem}"
    return f"{stem[: MAX_NAME - len(suffix) - 1].rstrip('. ')}.{suffix}"


def claimed_name(name: str) -> str:
    """A cleaned name as far as it was its sender's: `table.xlsx.docx` is what `clean_name` makes of `table.xlsx`.

    Where a sender's own name has two endings, the first is taken for its claim.
    """
    stem = name.rpartition(".")[0]
    ending = stem.rpartition(".")[2] if "." in stem else ""
    return stem if 1 <= len(ending) <= 5 and ending.isascii() and ending.isalnum() else name


_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def content_disposition(name: str, *, inline: bool = False) -> str:
    """The RFC 6266 header value for a cleaned name: an ASCII fall-back and the UTF-8 form."""
    fallback = "".join(c if " " <= c < "\x7f" and c not in '"\\%' else "_" for c in name)
    kind = "inline" if inline else "attachment"
    return f"{kind}; filename=\"{fallback}\"; filename*=UTF-8''{quote(name, safe='')}"

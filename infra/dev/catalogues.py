"""Compiles gettext catalogues (``.po``) to what Django reads (``.mo``), without the gettext programs."""

from __future__ import annotations

import os
from pathlib import Path

from infra.dev.console import Problem
from infra.dev.layout import ROOT


def outdated(folder: Path | None = None) -> list[Path]:
    """The catalogues whose compiled form is missing or older."""
    found = []
    for source in sorted((folder or ROOT / "backend" / "locale").glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            found.append(source)
    return found


def compile_catalogues(folder: Path | None = None) -> int:
    """Compile what is outdated; answers how many.

    Raises Problem naming the catalogue and the line that cannot be read.
    """
    sources = outdated(folder)
    if not sources:
        return 0
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import PoFileError, read_po

    for source in sources:
        try:
            with open(source, "rb") as file:
                catalogue = read_po(file, abort_invalid=True)
        except (PoFileError, ValueError) as error:
            raise Problem(f"The translation catalogue {source} cannot be read ({error}): mend it.") from error
        # Renamed into place: another process may be reading, or compiling too.
        temporary = source.with_suffix(f".{os.getpid()}.tmp")
        with open(temporary, "wb") as file:
            write_mo(file, catalogue)
        os.replace(temporary, source.with_suffix(".mo"))
    return len(sources)

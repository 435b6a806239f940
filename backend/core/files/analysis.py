"""From a received file to what is known of it: type, claim, counts, standard pages."""

from __future__ import annotations

import logging
import tempfile
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from backend.core.files import office, sandbox
from backend.core.files.analyse.options import Counts
from backend.core.files.config import FilesSettings
from backend.core.files.kinds import FileKind, Rejected
from backend.core.files.sniff import check_claim, sniff
from backend.core.files.types import FileAnalysis, StandardPage

logger = logging.getLogger(__name__)

# A container says little about its content until the child has opened it.
_CONTAINER_NAMES = {FileKind.DOCX: "zip", FileKind.DOC: "ole"}


@dataclass(frozen=True, slots=True)
class Analysed:
    """A file's type and figures."""

    kind: FileKind
    analysis: FileAnalysis


def identify(path: Path, name: str) -> FileKind:
    """The kind by the first and last bytes, with the name's claim checked; parses nothing.

    Raises Rejected: `file_empty`, `file_type_not_allowed`, `file_type_mismatch`, `file_polyglot`.
    """
    try:
        kind = sniff(path)
    except Rejected as rejected:
        _claim_first(name, rejected)
        raise
    try:
        check_claim(name, kind)
    except Rejected as rejected:
        if kind in _CONTAINER_NAMES:
            params = {**rejected.params, "detected": _CONTAINER_NAMES[kind]}
            raise Rejected(rejected.code, **params) from None
        raise
    return kind


def analyse_file(path: Path, name: str, *, standard_page: StandardPage, settings: FilesSettings) -> Analysed:
    """Identify the file and count it in a child process; Word documents through LibreOffice where it is.

    Takes up to `limits.wall_seconds` (and `office_seconds` more for a conversion), so never inside a
    transaction. Raises Rejected with every content code, sandbox.SandboxBusy, sandbox.SandboxFault.
    """
    kind = identify(path, name)
    try:
        counts = sandbox.run(path, kind, settings.limits)
    except Rejected as rejected:
        _claim_first(name, rejected)
        raise
    if kind in (FileKind.DOCX, FileKind.DOC):
        counts = _lay_out(path, kind, counts, settings)
    standard = standard_page.count(
        characters=counts.characters, characters_no_spaces=counts.characters_no_spaces, words=counts.words
    )
    return Analysed(
        kind,
        FileAnalysis(
            pages=counts.pages,
            words=counts.words,
            characters=counts.characters,
            characters_no_spaces=counts.characters_no_spaces,
            standard_pages=standard,
            method=counts.method,
            confidence=Decimal(str(counts.confidence)).quantize(Decimal("0.01")),
            pages_without_text=counts.pages_without_text,
            standard_page=standard_page,
            counted_pages=counts.pages,
        ),
    )


def _claim_first(name: str, rejected: Rejected) -> None:
    """A name that claims an allowed type makes a foreign content a mismatch: that is what helps the sender."""
    if rejected.code == "file_type_not_allowed":
        check_claim(name, str(rejected.params["detected"]))


def _lay_out(path: Path, kind: FileKind, counts: Counts, settings: FilesSettings) -> Counts:
    """The counts with physical pages by LibreOffice, or unchanged where it is absent or fails."""
    program = office.find(settings.office)
    if program is None or counts.external_references:
        return counts
    with tempfile.TemporaryDirectory(prefix="guildhall-convert-") as folder:
        converted = office.convert_to_pdf(
            path, kind, Path(folder), program=program, seconds=settings.office_seconds
        )
        if converted is None:
            return counts
        try:
            pages = sandbox.run(converted, FileKind.PDF, settings.limits).pages
        except Rejected as rejected:
            logger.warning("the PDF of a converted document was not readable: %s", rejected.code)
            return counts
    counts.pages, counts.method, counts.confidence = pages, "libreoffice", 0.95
    return counts

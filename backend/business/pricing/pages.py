"""Pages of files: how many a business counts, and that a caller from outside orders as many as its files have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING

from django.utils.translation import gettext_lazy as _

from backend.business.catalog.types import ServiceKind, Unit
from backend.business.organizations import facade as organizations
from backend.business.organizations.types import OrganizationSettings, PageRule
from backend.core.files.types import Category, FileInfo
from backend.kernel.errors import FieldProblem, Invalid
from backend.kernel.permissions import Principal

MADE_HERE = frozenset({Category.DRAFT, Category.FINAL})
"""Categories of what the business makes of an order: their pages are no work to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PagedLine:
    """What a line of an order says of pages. `pointer` is where a problem with its pages is told."""

    pointer: str
    kind: str
    unit: str
    pages: int | None
    has_files: bool


def outsider(principal: Principal | None) -> bool:
    """Whether the caller is not of the staff: it does not choose what a price is made of."""
    return principal is not None and principal.kind in ("customer", "anonymous")


def pages_of(file: FileInfo, settings: OrganizationSettings) -> int:
    """The pages of an analysed file by the business's rule."""
    analysis = file.analysis
    assert analysis is not None, "only the pages of an analysed file are counted"
    # A scan has no text to measure: its pages count as they are.
    if settings.page_rule is PageRule.STANDARD and analysis.standard_pages is not None:
        return max(1, int(analysis.standard_pages.to_integral_value(rounding=ROUND_CEILING)))
    return analysis.pages


def check_cover(
    *, principal: Principal, lines: Iterable[PagedLine], loose: Sequence[FileInfo], pointer: str = "/files"
) -> None:
    """Refuses a line whose price counts fewer pages than the files have that come with its order.

    `loose` are the order's files that no line names. A line without files of its own is about all of them, so
    it counts all their pages; who wants them told apart names them on their lines. Pages that are to be
    written are in no file. The staff judge for themselves.

    Raises Invalid (`pages_mismatch`; `file_not_ready` at `pointer`). Reads the business's settings; locks and
    emits nothing.
    """
    if not outsider(principal):
        return
    counted = [
        line
        for line in lines
        if line.unit == Unit.PAGE and line.kind != ServiceKind.WRITING and not line.has_files
    ]
    given = [file for file in loose if file.category not in MADE_HERE]
    if not counted or not given:
        return
    if any(file.analysis is None for file in given):
        raise Invalid([FieldProblem(pointer, "file_not_ready", _("The file has not been read yet."))])
    settings = organizations.settings()
    pages = sum(pages_of(file, settings) for file in given)
    problems = [
        FieldProblem(line.pointer, "pages_mismatch", _("The files have {counted} pages."), {"counted": pages})
        for line in counted
        if (line.pages or 0) < pages
    ]
    if problems:
        raise Invalid(problems)

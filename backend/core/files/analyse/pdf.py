"""PDF through PDFium: pages from the page tree, text from the text layer."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from backend.core.files.analyse.counting import TextCounter
from backend.core.files.analyse.options import Counts, Limits
from backend.core.files.kinds import Rejected


def analyse_pdf(path: Path, limits: Limits) -> Counts:
    """Pages, and words and characters where the pages have a text layer.

    A PDF that opens without a password is read even if printing or copying is restricted. Pages without
    text (scans) are told in `pages_without_text`; where no page has text the text figures are None.

    Raises Rejected: `pdf_encrypted` (needs a password), `pdf_broken` (not readable, no page, or a page that
    its page tree promises and does not hold), `too_many_pages`.
    """
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        code = getattr(error, "err_code", None)
        if code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise Rejected("pdf_encrypted") from error
        raise Rejected("pdf_broken") from error
    pages = len(document)
    if pages == 0:
        raise Rejected("pdf_broken")
    if pages > limits.pages:
        raise Rejected("too_many_pages", limit=limits.pages)
    counter = TextCounter()
    without_text = 0
    for index in range(pages):
        try:
            page = document[index]
            text_page = page.get_textpage()
            text = text_page.get_text_range()
        except pdfium.PdfiumError as error:
            raise Rejected("pdf_broken") from error
        if not counter.add(text):
            without_text += 1
        text_page.close()
        page.close()
    counts = Counts(pages=pages, method="pdf", confidence=1.0, pages_without_text=without_text)
    if without_text < pages:
        counts.words = counter.words
        counts.characters = counter.characters
        counts.characters_no_spaces = counter.characters_no_spaces
    return counts

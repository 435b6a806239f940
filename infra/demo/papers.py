"""Real documents for the demo: a PDF of three pages and a DOCX, made on the spot."""

from __future__ import annotations

import io

from docx import Document
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

_CLAUSES = (
    "The Supplier shall deliver the equipment to the Buyer's warehouse in Samarkand within thirty days.",
    "The Buyer shall pay the price in two instalments, the second upon acceptance of the goods.",
    "Any dispute shall be settled by the economic court at the place of the defendant.",
    "This contract is made in two copies of equal force, one for each of the parties.",
)


def contract_pdf(pages: int = 3) -> bytes:
    """A sales contract of so many A4 pages, with text on each."""
    out = io.BytesIO()
    page = canvas.Canvas(out, pagesize=A4)
    for number in range(1, pages + 1):
        page.setFont("Helvetica-Bold", 14)
        page.drawString(72, 780, f"Sales contract No. 17/2026, page {number} of {pages}")
        page.setFont("Helvetica", 11)
        for line in range(36):
            page.drawString(72, 745 - line * 18, f"{number}.{line + 1}. {_CLAUSES[line % len(_CLAUSES)]}")
        page.showPage()
    page.save()
    return out.getvalue()


def letter_docx() -> bytes:
    """A covering letter."""
    document = Document()
    document.add_heading("Covering letter", level=1)
    for number in range(12):
        document.add_paragraph(f"{number + 1}. {_CLAUSES[number % len(_CLAUSES)]}")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()

"""Barcodes: what a scanner reads off a product.

A barcode of 8, 12, 13 or 14 digits is a GTIN (GS1's EAN-8, UPC-A, EAN-13 and ITF-14), whose last digit checks the
others; a shop's own EANs (prefixes 02 and 20 to 29) have it too. Whatever else letters, digits and hyphens make is a
number of the business's own.

The same GTIN is written with and without leading zeros: scanners give a UPC-A as 12 digits or, as an EAN-13, as 13.
So forms that differ in them are one barcode wherever it is compared.
"""

from __future__ import annotations

from backend.business.catalog.errors import BarcodeCheckDigit

GTIN_LENGTHS = (8, 12, 13, 14)
_GTIN = max(GTIN_LENGTHS)


def is_gtin(barcode: str) -> bool:
    """Whether the barcode has the form of a GTIN; its check digit may still be wrong."""
    return len(barcode) in GTIN_LENGTHS and barcode.isascii() and barcode.isdigit()


def check_digit(digits: str) -> str:
    """The digit that follows the others of a GTIN: from the right, every first one counts three times."""
    total = sum(int(digit) * (3 if index % 2 == 0 else 1) for index, digit in enumerate(reversed(digits)))
    return str(-total % 10)


def check_barcode(barcode: str, *, pointer: str = "/barcode") -> None:
    """Raises BarcodeCheckDigit for a GTIN whose last digit does not fit the others."""
    if is_gtin(barcode):
        expected = check_digit(barcode[:-1])
        if barcode[-1] != expected:
            raise BarcodeCheckDigit(barcode=barcode, expected=expected, pointer=pointer)


def canonical(barcode: str) -> str:
    """One form for all forms of a barcode: a GTIN in 14 digits."""
    return barcode.zfill(_GTIN) if is_gtin(barcode) else barcode


def forms(barcode: str) -> list[str]:
    """All ways in which the barcode may be written, shortest first."""
    if not is_gtin(barcode):
        return [barcode]
    whole = canonical(barcode)
    return [whole[-length:] for length in GTIN_LENGTHS if not whole[:-length].strip("0")]

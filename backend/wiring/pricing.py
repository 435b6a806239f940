"""Quotes that wait for files are priced when these are read."""

from __future__ import annotations

from typing import cast

from backend.business.pricing import facade as pricing
from backend.core.files.events import FileAnalysed
from backend.kernel.events import Recorded, on


def file_read(recorded: Recorded) -> None:
    """Prices, or refuses, what waited for the file."""
    said = cast(FileAnalysed, recorded.event)
    pricing.price_waiting(file_id=said.file, rejection=said.code)


on(FileAnalysed, name="pricing.file_read", run=file_read)

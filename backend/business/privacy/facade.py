"""What wiring may ask of privacy."""

from __future__ import annotations

from backend.business.privacy.merging import check_merge, move_to_customer, return_from_customer
from backend.business.privacy.requests import held

__all__ = [
    "check_merge",
    "held",
    "move_to_customer",
    "return_from_customer",
]

"""What wiring may ask of privacy."""

from __future__ import annotations

from backend.business.privacy.requests import held

__all__ = ["held"]

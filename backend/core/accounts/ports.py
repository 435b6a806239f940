"""What accounts asks of higher layers, which register themselves when the process starts."""

from __future__ import annotations

import uuid

from backend.core.accounts.types import KnownIds

_known: dict[str, KnownIds] = {}


def register_branches(known: KnownIds) -> None:
    """Names the function that says which of some branch ids exist in the business that runs."""
    _known["branch"] = known


def register_customers(known: KnownIds) -> None:
    """Names the function that says which of some customer ids exist in the business that runs."""
    _known["customer"] = known


def missing(kind: str, ids: set[uuid.UUID]) -> set[uuid.UUID]:
    """Of the ids of a kind (`branch`, `customer`), those that do not exist; none where nobody answers.

    An id of nowhere reaches no row, so an unregistered kind loosens no right.
    """
    known = _known.get(kind)
    if known is None or not ids:
        return set()
    return ids - set(known(ids))

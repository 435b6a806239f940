"""What an entry can be about, and how its id is written at the edge."""

from __future__ import annotations

PREFIXES = {
    "order": "ord",
    "quote": "quo",
    "payment": "pay",
    "receivable": "rcv",
    "allocation": "alc",
    "redemption": "red",
    "points_lot": "lot",
    "loyalty_account": "lac",
    "customer": "cus",
    "branch": "brn",
    "product": "prd",
    "variant": "var",
    "job": "job",
}
"""The TypeID prefix of each subject type."""


def check_subject(kind: str) -> None:
    """Raises ValueError for a subject type that is not known: its id could not be written at the edge."""
    if kind and kind not in PREFIXES:
        raise ValueError(f"{kind!r} is no subject of an entry; one of {', '.join(PREFIXES)}")

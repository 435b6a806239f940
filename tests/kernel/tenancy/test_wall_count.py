"""How many attacks the wall is tried with, counted in one place; `pytest -s` prints the table."""

from __future__ import annotations

import sys

from tests.kernel.tenancy import references
from tests.kernel.tenancy.attacks_sql import GUARDED, READS
from tests.kernel.tenancy.test_wall_api import IDS, TICKETS
from tests.kernel.tenancy.test_wall_doors import DOORS, LEFT, STALE, THROUGH
from tests.kernel.tenancy.test_wall_keys import KEYS

LEAST = 40
"""What the issue asks for, of each of the two sides."""


def attacks() -> dict[str, dict[str, int]]:
    """The number of attacks in SQL and over the API, by kind."""
    bodies = references.bodies()
    return {
        "SQL": {
            "statements that PostgreSQL refuses, through Django and bare": len(READS),
            "statements that the cursors refuse": len(GUARDED),
            "through each other door of a connection": len(DOORS) * len(THROUGH),
            "with what another business left on the connection": len(STALE) + len(LEFT),
        },
        "API": {
            "tokens, hosts and headers": len(TICKETS),
            "ids and links, by hand": len(IDS),
            "keys of another business": len(KEYS),
            "ids in paths, by the contract": len(references.paths()),
            "ids in filters, alone and beside an own one": 2 * sum(map(len, references.filters().values())),
            "ids in bodies": sum(map(len, bodies.values())),
            "ids in bodies of lines of bulk": sum(len(bodies.get(name, ())) for name in references.bulks()),
        },
    }


def test_the_attacks_are_enough() -> None:
    counted = attacks()
    for side, kinds in counted.items():
        rows = [f"{number:6} {kind}" for kind, number in kinds.items()]
        sys.stdout.write("\n".join([f"\n{side}: {sum(kinds.values())} attacks", *rows, ""]))
        assert all(kinds.values()), "a kind has none"
    assert all(sum(kinds.values()) >= LEAST for kinds in counted.values())
    by_hand = len(READS) + len(GUARDED), len(TICKETS) + len(IDS) + len(KEYS)
    assert min(by_hand) >= LEAST, "and so many without what is generated"

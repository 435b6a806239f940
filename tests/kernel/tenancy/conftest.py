"""The two businesses of the wall's attacks, made once a worker."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from backend.kernel.events import relay
from backend.kernel.tenancy import tenant_context
from tests.contract.undoing import rolled_back
from tests.contract.world import World, made_centre
from tests.kernel.tenancy.siege import MARK, Siege


@pytest.fixture(scope="session")
def worlds(database: str) -> tuple[World, World]:
    """Two businesses with a row of everything, committed; the second is marked, and has a file."""
    own, other = made_centre(), made_centre()
    with tenant_context(other.info):
        for operation, changes in (
            ("organization_update", {"legal_name": MARK}),
            ("customers_update", {"name": MARK}),
            ("roles_update", {"name": {"en": MARK}}),
            ("branches_update", {"name": {"en": MARK}}),
        ):
            other.good(operation, json=changes, headers=None)
        order = other.ids["ord"]
        other.good("orders_add_note", id=order, json={"text": MARK})
        relay.run()
    for world in (own, other):
        with tenant_context(world.info):
            world.ids["refresh"], world.ids["link"] = world.refresh_token(), world.link_token()
    # They go with the worker's database.
    return own, other


@pytest.fixture
def siege(worlds: tuple[World, World]) -> Iterator[Siege]:
    """Both, with `own` entered; all that a test writes in either is rolled back."""
    own, other = worlds
    with rolled_back(own.info):
        yield Siege(own, other)

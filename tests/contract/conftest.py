"""The centre that every contract test calls, made once a worker."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from backend.kernel.tenancy import PUBLIC
from tests.contract import office as offices
from tests.contract import world as worlds
from tests.contract.undoing import rolled_back


@pytest.fixture(scope="session")
def centre(database: str) -> worlds.World:
    """A filled business with committed rows; what a test writes there is rolled back (`desk`)."""
    # It goes with the worker's database: at the end of the session other fixtures may look elsewhere already.
    return worlds.made_centre()


@pytest.fixture
def desk(centre: worlds.World) -> Iterator[worlds.World]:
    """The centre, entered; the test's transaction is rolled back."""
    with rolled_back(centre.info):
        yield _copy(centre)


def _copy(world: worlds.World) -> worlds.World:
    copied = worlds.World(world.info, world.token, world.email)
    copied.ids = dict(world.ids)
    return copied


@pytest.fixture
def office(centre: worlds.World, monkeypatch: pytest.MonkeyPatch) -> Iterator[worlds.World]:
    """The operator's schema with rows of every kind, entered; rolled back. No task reaches a broker."""
    offices.without_broker(monkeypatch)
    with rolled_back(PUBLIC):
        yield offices.made_office(centre.info)


@pytest.fixture
def place(request: pytest.FixtureRequest) -> Callable[[str], Any]:
    """`place(operation_id)`: the world where an operation is served."""
    return lambda name: request.getfixturevalue("office" if name.startswith("platform_") else "desk")

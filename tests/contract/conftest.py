"""The centre that every contract test calls, made once a worker."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from backend.kernel.tenancy import PUBLIC, tenant_context
from tests.contract import office as offices
from tests.contract import world as worlds
from tests.contract.undoing import rolled_back, undone


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


@pytest.fixture(scope="module")
def furnished(centre: worlds.World) -> Iterator[worlds.World]:
    """The operator's schema with rows of every kind, in a transaction that is rolled back with the module."""
    with pytest.MonkeyPatch.context() as patch, ExitStack() as stack:
        offices.without_broker(patch)
        with tenant_context(PUBLIC):
            stack.enter_context(undone())
            made = offices.made_office(centre.info)
        yield made


@pytest.fixture
def office(furnished: worlds.World) -> Iterator[worlds.World]:
    """The operator's schema, entered; what the test writes is rolled back. No task reaches a broker."""
    with rolled_back(PUBLIC):
        yield _copy(furnished)


@pytest.fixture
def place(request: pytest.FixtureRequest) -> Callable[[str], Any]:
    """`place(operation_id)`: the world where an operation is served."""
    return lambda name: request.getfixturevalue("office" if name.startswith("platform_") else "desk")

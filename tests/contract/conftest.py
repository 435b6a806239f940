"""The centre that every contract test calls, made once a worker."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from backend.kernel.tenancy import PUBLIC
from tests.contract import world as worlds
from tests.contract.calls.core import SECRET


@pytest.fixture(scope="session")
def centre(database: str) -> worlds.World:
    """A filled business with committed rows; what a test writes there is rolled back (`desk`)."""
    # It goes with the worker's database: at the end of the session other fixtures may look elsewhere already.
    return worlds.made_centre()


@pytest.fixture
def desk(centre: worlds.World) -> Iterator[worlds.World]:
    """The centre, entered; the test's transaction is rolled back."""
    with worlds.rolled_back(centre.info):
        yield _copy(centre)


def _copy(world: worlds.World) -> worlds.World:
    copied = worlds.World(world.info, world.token, world.email)
    copied.ids = dict(world.ids)
    return copied


@pytest.fixture
def office(centre: worlds.World, monkeypatch: pytest.MonkeyPatch) -> Iterator[worlds.World]:
    """The operator's schema with rows of every kind, entered; rolled back. No task reaches a broker."""
    from backend.core.accounts import facade as accounts
    from backend.core.accounts.types import Grant, RoleSpec
    from backend.platform.backups import tasks

    for name in ("take", "verify", "restore", "undo"):
        monkeypatch.setattr(getattr(tasks, name), "apply_async", lambda args, **options: None)
    with worlds.rolled_back(PUBLIC):
        roles = accounts.seed_roles([RoleSpec("contract", {"en": "Operator"}, ("*",))])
        user = accounts.create_user(
            principal=None,
            name="Operator",
            kind="operator",
            email="operator@contract.example",
            password=SECRET,
            assignments=[Grant(roles["contract"])],
        )
        world = worlds.World(
            PUBLIC, str(accounts.issue_session_for(user).access_token), "operator@contract.example"
        )
        world.fill_platform(centre.info)
        yield world


@pytest.fixture
def place(request: pytest.FixtureRequest) -> Callable[[str], Any]:
    """`place(operation_id)`: the world where an operation is served."""
    return lambda name: request.getfixturevalue("office" if name.startswith("platform_") else "desk")

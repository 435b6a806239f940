"""The operator's side of the contract's world."""

from __future__ import annotations

import pytest

from backend.core.accounts import facade as accounts
from backend.core.accounts.types import Grant, RoleSpec
from backend.kernel.tenancy import PUBLIC, TenantInfo
from tests.contract.calls.core import SECRET
from tests.contract.world import World


def made_office(centre: TenantInfo) -> World:
    """An operator with every right and the operator's rows, in the public schema that is entered."""
    roles = accounts.seed_roles([RoleSpec("contract", {"en": "Operator"}, ("*",))])
    user = accounts.create_user(
        principal=None,
        name="Operator",
        kind="operator",
        email="operator@contract.example",
        password=SECRET,
        assignments=[Grant(roles["contract"])],
    )
    token = str(accounts.issue_session_for(user).access_token)
    world = World(PUBLIC, token, "operator@contract.example")
    world.fill_platform(centre)
    return world


def without_broker(patch: pytest.MonkeyPatch) -> None:
    """The operator's slow tasks are queued nowhere."""
    from backend.platform.backups import tasks

    for name in ("take", "verify", "restore", "undo", "merge"):
        patch.setattr(getattr(tasks, name), "apply_async", lambda args, **options: None)

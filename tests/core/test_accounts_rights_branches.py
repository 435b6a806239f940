"""A right over a branch is a right over those below it."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from backend.core.accounts import errors, facade, ports, services
from backend.core.accounts.types import Grant
from backend.kernel.errors import ReferenceNotFound
from backend.kernel.permissions import Scope
from tests.core.test_accounts_rights import ROLES, acting, person


@pytest.fixture(autouse=True)
def _nobody_is_asked(monkeypatch: Any) -> None:
    """Who knows branches is registered by each test."""
    monkeypatch.setattr(ports, "_known", {})
    monkeypatch.setattr(ports, "_parents", [])


def test_a_branch_stands_for_those_below_it(tenant: Any, monkeypatch: Any, queries: Any) -> None:
    roles = facade.seed_roles(ROLES)
    top, left, right, leaf, lone = (uuid.uuid4() for _ in range(5))
    forest = {top: None, left: top, right: top, leaf: left, lone: None}
    monkeypatch.setattr(ports, "_parents", [lambda: forest])
    manager = acting(person(Grant(roles["manager"], "branch", branch_id=left)))
    assert manager.scope("accounts.user.view") == Scope(branches=frozenset({left, leaf}))
    whole = acting(person(Grant(roles["manager"], "branch", branch_id=top)))
    assert whole.scope("accounts.user.view") == Scope(branches=frozenset({top, left, right, leaf}))
    below = Grant(roles["viewer"], "branch", branch_id=leaf)
    assert services.create_user(principal=manager, name="Below", assignments=[below])
    for branch in (top, right, lone):
        beside = Grant(roles["viewer"], "branch", branch_id=branch)
        with pytest.raises(errors.PermissionEscalation):
            services.create_user(principal=manager, name="Beside", assignments=[beside])
    forest[top] = leaf  # A circle made by hand ends as well.
    assert len(ports.branches_under({top})[top]) == 4


def test_a_real_tree_of_branches_is_asked_in_at_most_two_queries(live_tenant: Any, queries: Any) -> None:
    from backend.business.organizations import facade as organizations
    from backend.business.organizations.types import BranchSpec

    facade.register_branches(organizations.known_branches, organizations.branch_parents)
    roles = facade.seed_roles(ROLES)
    organizations.seed_branches(
        [
            BranchSpec(code="top", names={"en": "Top"}),
            BranchSpec(code="low", names={"en": "Low"}, parent="top"),
        ]
    )
    branches = organizations.branch_ids_by_code()
    with pytest.raises(ReferenceNotFound):
        person(Grant(roles["viewer"], "branch", branch_id=uuid.uuid4()))
    user = person(Grant(roles["viewer"], "branch", branch_id=branches["top"]))
    pair = facade.issue_session_for(user.id)
    with queries() as cold:
        held = facade.authenticate_token(pair.access_token, live_tenant)
    assert len(cold) == 2
    assert held.scope("accounts.user.view") == Scope(branches=frozenset({branches["top"], branches["low"]}))
    organizations.seed_branches([BranchSpec(code="new", names={"en": "New"}, parent="low")])
    facade.forget_rights()
    renewed = facade.authenticate_token(pair.access_token, live_tenant)
    assert organizations.branch_ids_by_code()["new"] in renewed.scope("accounts.user.view").branches

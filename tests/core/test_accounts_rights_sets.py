"""Scope sets: who may make them, what a role over one reaches, and that a change is felt at once."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from backend.core.accounts import errors, facade, ports, rights, selectors, services
from backend.core.accounts.models import Assignment, ScopeSet
from backend.core.accounts.permissions import MANAGE_ROLES, VIEW_ROLES
from backend.core.accounts.types import Grant, RoleSpec
from backend.kernel.errors import ReferenceNotFound, ResourceNotFound
from backend.kernel.permissions import PermissionDenied, Principal, Scope

VIEW, MANAGE = "accounts.user.view", "accounts.user.manage"
ROLES = [
    RoleSpec("owner", {"en": "Owner"}, ("*",)),
    RoleSpec("viewer", {"en": "Viewer"}, (VIEW,)),
    RoleSpec("manager", {"en": "Manager"}, ("accounts.user.*", "accounts.role.*")),
]
TOP, LEFT, LEAF, LONE = (uuid.UUID(int=n) for n in range(1, 5))
AGENCY, OTHER = uuid.UUID(int=11), uuid.UUID(int=12)


@pytest.fixture(autouse=True)
def _tree(monkeypatch: Any) -> None:
    """Top over left over leaf, and one that stands alone; two customers."""
    known = {"branch": {TOP, LEFT, LEAF, LONE}, "customer": {AGENCY, OTHER}}
    monkeypatch.setattr(ports, "_known", {kind: set(ids).intersection for kind, ids in known.items()})
    monkeypatch.setattr(ports, "_parents", [lambda: {TOP: None, LEFT: TOP, LEAF: LEFT, LONE: None}])


@pytest.fixture
def roles(tenant: Any) -> dict[str, uuid.UUID]:
    return facade.seed_roles(ROLES)


def made(
    *branches: uuid.UUID, customers: tuple[uuid.UUID, ...] = (), by: Principal | None = None
) -> ScopeSet:
    return services.create_scope_set(
        principal=by,
        code=f"s{uuid.uuid4().hex[:8]}",
        names={"en": "Some"},
        branch_ids=branches,
        customer_ids=customers,
    )


def person(*grants: Grant) -> Any:
    email = f"{uuid.uuid4().hex}@example.com"
    return facade.create_user(principal=None, name="Ada", email=email, assignments=grants)


def acting(*grants: Grant) -> Principal:
    return facade.principal_of_user(person(*grants).id)


def over(role: uuid.UUID, scope_set: ScopeSet) -> Grant:
    return Grant(role, "set", scope_set_id=scope_set.pk)


def test_a_set_reaches_its_branches_with_those_below_and_its_customers(roles: Any) -> None:
    held = acting(over(roles["viewer"], made(LEFT, LONE, customers=(AGENCY,))))
    assert held.scope(VIEW) == Scope(branches=frozenset({LEFT, LEAF, LONE}), customers=frozenset({AGENCY}))
    assert held.scope(MANAGE) is None


def test_an_empty_set_reaches_nothing(roles: Any) -> None:
    held = acting(over(roles["viewer"], made()))
    assert held.scope(VIEW) == Scope()
    assert not selectors.users_for(held).exists()


def test_who_works_over_a_set_is_seen_from_its_branches(roles: Any) -> None:
    inside, outside = person(over(roles["viewer"], made(LEFT))), person(over(roles["viewer"], made(LONE)))
    seen = set(
        selectors.users_for(acting(Grant(roles["viewer"], "branch", LEFT))).values_list("pk", flat=True)
    )
    assert inside.pk in seen
    assert outside.pk not in seen


def test_sets_are_read_in_the_query_of_the_rights(live_tenant: Any, queries: Any) -> None:
    roles = facade.seed_roles(ROLES)
    user = person(over(roles["viewer"], made(LEFT, LONE)), over(roles["manager"], made(customers=(AGENCY,))))
    pair = facade.issue_session_for(user.id)
    with queries() as cold:
        first = facade.authenticate_token(pair.access_token, live_tenant)
    assert first.scope(VIEW) == Scope(branches=frozenset({LEFT, LEAF, LONE}), customers=frozenset({AGENCY}))
    warm = []
    for _ in range(4):  # A busy Valkey may answer too late once; kept is kept.
        with queries() as seen:
            assert facade.authenticate_token(pair.access_token, live_tenant) == first
        warm.append(len(seen))
    assert (len(cold), min(warm)) == (1, 0)  # The tree of these tests is no query.


def test_a_change_of_a_set_is_felt_with_the_commit(live_tenant: Any) -> None:
    roles = facade.seed_roles(ROLES)
    some = made(LONE)
    pair = facade.issue_session_for(person(over(roles["viewer"], some)).id)

    def held() -> Scope | None:
        return facade.authenticate_token(pair.access_token, live_tenant).scope(VIEW)

    assert held() == Scope(branches=frozenset({LONE}))
    services.update_scope_set(principal=None, id=some.pk, branch_ids=[LEFT], customer_ids=[AGENCY])
    assert held() == Scope(branches=frozenset({LEFT, LEAF}), customers=frozenset({AGENCY}))
    services.update_scope_set(principal=None, id=some.pk, branch_ids=[], customer_ids=[])
    assert held() == Scope()


# -- nobody gives what they do not hold -------------------------------------------------------------------


def test_a_role_over_a_set_is_given_only_within_what_is_held(roles: Any) -> None:
    manager = acting(Grant(roles["manager"], "branch", LEFT))
    within = over(roles["viewer"], made(LEFT, LEAF))
    assert services.create_user(principal=manager, name="In", assignments=[within])
    for beyond in (made(LEAF, LONE), made(TOP), made(LEAF, customers=(AGENCY,))):
        with pytest.raises(errors.PermissionEscalation):
            services.create_user(principal=manager, name="Out", assignments=[over(roles["viewer"], beyond)])
    with pytest.raises(errors.PermissionEscalation):
        services.create_user(principal=manager, name="More", assignments=[over(roles["owner"], made(LEAF))])


def test_a_holder_over_a_set_gives_within_the_set(roles: Any) -> None:
    manager = acting(over(roles["manager"], made(LEFT, customers=(AGENCY,))))
    for grant in (Grant(roles["viewer"], "branch", LEAF), Grant(roles["viewer"], "customer", None, AGENCY)):
        assert services.create_user(principal=manager, name="In", assignments=[grant])
    for grant in (
        Grant(roles["viewer"]),
        Grant(roles["viewer"], "branch", TOP),
        Grant(roles["viewer"], "customer", None, OTHER),
    ):
        with pytest.raises(errors.PermissionEscalation):
            services.create_user(principal=manager, name="Out", assignments=[grant])


def test_a_set_is_made_and_changed_only_within_what_is_held(roles: Any) -> None:
    manager = acting(Grant(roles["manager"], "branch", LEFT))
    own = made(LEFT, by=manager)
    with pytest.raises(errors.PermissionEscalation):
        made(LONE, by=manager)
    with pytest.raises(errors.PermissionEscalation):
        services.update_scope_set(principal=manager, id=own.pk, branch_ids=[LEFT, TOP])
    with pytest.raises(errors.PermissionEscalation):
        services.update_scope_set(principal=manager, id=own.pk, customer_ids=[AGENCY])
    services.update_scope_set(principal=manager, id=own.pk, branch_ids=[LEAF])
    assert ScopeSet.objects.get(pk=own.pk).branch_ids == [LEAF]


def test_widening_a_set_gives_nobody_more_than_who_widens_holds(roles: Any) -> None:
    """The caller may change sets everywhere, but holds less than a role that is assigned over the set."""
    some = made(LEFT)
    person(over(roles["owner"], some))
    manager = acting(Grant(roles["manager"]))
    for change in ({"branch_ids": [LEFT, LONE]}, {"branch_ids": []}, {"customer_ids": [AGENCY]}):
        with pytest.raises(errors.PermissionEscalation):
            services.update_scope_set(principal=manager, id=some.pk, **change)
    assert ScopeSet.objects.get(pk=some.pk).branch_ids == [LEFT]
    services.update_scope_set(principal=manager, id=some.pk, names={"en": "Renamed"})
    owner = acting(Grant(roles["owner"]))
    services.update_scope_set(principal=owner, id=some.pk, branch_ids=[LEFT, LONE])


def test_a_set_that_reaches_beyond_is_not_seen(roles: Any) -> None:
    inside, across = made(LEAF), made(LEAF, LONE)
    manager = acting(Grant(roles["manager"], "branch", LEFT))
    shown = set(selectors.scope_sets_for(manager).values_list("pk", flat=True))
    assert inside.pk in shown
    assert across.pk not in shown
    with pytest.raises(ResourceNotFound):
        services.delete_scope_set(principal=manager, id=across.pk)
    with pytest.raises(PermissionDenied):
        services.delete_scope_set(principal=acting(Grant(roles["viewer"])), id=inside.pk)
    assert not selectors.scope_sets_for(acting(Grant(roles["viewer"]))).exists()
    assert not selectors.scope_sets_for(acting(Grant(roles["manager"], "own")), MANAGE_ROLES).exists()
    everything = acting(Grant(roles["manager"]))
    assert {inside.pk, across.pk} <= set(
        selectors.scope_sets_for(everything, VIEW_ROLES).values_list("pk", flat=True)
    )


# -- bad input --------------------------------------------------------------------------------------------


def test_members_that_are_not_there_are_named(roles: Any) -> None:
    for given, pointer in (
        ({"branch_ids": [LONE, uuid.uuid4()]}, "/branches/1"),
        ({"customer_ids": [uuid.uuid4()]}, "/customers/0"),
    ):
        with pytest.raises(ReferenceNotFound) as refused:
            services.create_scope_set(principal=None, code="lost", names={}, **given)
        assert refused.value.pointer == pointer
        some = made(LONE)
        with pytest.raises(ReferenceNotFound) as refused:
            services.update_scope_set(principal=None, id=some.pk, **given)
        assert refused.value.pointer == pointer
    assert not ScopeSet.objects.filter(code="lost").exists()


def test_a_branch_that_is_gone_may_stay_or_be_taken_out(roles: Any, monkeypatch: Any) -> None:
    some = made(LEFT, LONE)
    monkeypatch.setitem(ports._known, "branch", {TOP, LEFT, LEAF}.intersection)
    services.update_scope_set(principal=None, id=some.pk, branch_ids=[LONE, TOP])
    services.update_scope_set(principal=None, id=some.pk, branch_ids=[TOP])
    with pytest.raises(ReferenceNotFound):
        services.update_scope_set(principal=None, id=some.pk, branch_ids=[TOP, LONE])


def test_a_set_in_use_and_a_taken_code_are_refused(roles: Any) -> None:
    some = made(LEFT)
    user = person(over(roles["viewer"], some))
    with pytest.raises(errors.ScopeSetInUse):
        services.delete_scope_set(principal=None, id=some.pk)
    with pytest.raises(errors.ScopeSetCodeTaken):
        services.create_scope_set(principal=None, code=some.code, names={})
    services.update_user(principal=None, id=user.id, assignments=[])
    services.delete_scope_set(principal=None, id=some.pk)
    assert not ScopeSet.objects.filter(pk=some.pk).exists()


def test_an_assignment_names_the_set_that_its_scope_needs(roles: Any) -> None:
    some = made(LEFT)
    for wrong in (
        Grant(roles["viewer"], "set"),
        Grant(roles["viewer"], "business", scope_set_id=some.pk),
        Grant(roles["viewer"], "set", LEFT, scope_set_id=some.pk),
    ):
        with pytest.raises(errors.ScopeIncomplete) as refused:
            person(wrong)
        assert refused.value.pointer == "/assignments/0/scope"
    with pytest.raises(ReferenceNotFound) as lost:
        person(Grant(roles["viewer"], "set", scope_set_id=uuid.uuid4()))
    assert lost.value.pointer == "/assignments/0/scope_set"
    user = person(over(roles["viewer"], some))
    services.update_user(principal=None, id=user.id, assignments=[over(roles["viewer"], some)])
    assert Assignment.objects.filter(user_id=user.id, scope_set_id=some.pk).count() == 1
    assert rights.grants_of(user.id) == {VIEW: Scope(branches=frozenset({LEFT, LEAF}))}

"""Roles, assignments and what keeps rights from growing by themselves."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.db import IntegrityError, connection
from django.db import transaction as django_transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.core.accounts import errors, facade, ports, rights, selectors, services
from backend.core.accounts.models import Assignment, Role, User
from backend.core.accounts.types import Grant, RoleSpec
from backend.kernel import permissions
from backend.kernel.errors import Invalid, ReferenceNotFound, ResourceNotFound, VersionMismatch
from backend.kernel.permissions import EVERYTHING, PermissionDenied, Principal, Scope

ROLES = [
    RoleSpec("owner", {"en": "Owner"}, ("*",)),
    RoleSpec("viewer", {"en": "Viewer"}, ("accounts.*.view",)),
    RoleSpec("manager", {"en": "Manager"}, ("accounts.user.manage", "accounts.role.manage"), parent="viewer"),
    RoleSpec("auditor", {"en": "Auditor"}, ("audit.entry.view",), parent="viewer"),
]


def person(*grants: Grant, **fields: Any) -> User:
    email = f"{uuid.uuid4().hex}@example.com"
    return facade.create_user(
        **{"principal": None, "name": "Ada", "email": email, "assignments": grants, **fields}
    )


def acting(user: User) -> Principal:
    return facade.principal_of_user(user.id)


@pytest.fixture(autouse=True)
def _any_branch(monkeypatch: Any) -> None:
    """Branches and customers of these tests are bare ids: nobody is asked for them."""
    monkeypatch.setattr(ports, "_known", {})
    monkeypatch.setattr(ports, "_parents", [])


@pytest.fixture
def roles(tenant: Any) -> dict[str, uuid.UUID]:
    return facade.seed_roles(ROLES)


# -- what roles give --------------------------------------------------------------------------------------


def test_patterns_are_expanded_and_inherited(roles: dict[str, uuid.UUID]) -> None:
    manager = acting(person(Grant(roles["manager"])))
    assert manager.grants == {
        "accounts.session.view": EVERYTHING,
        "accounts.user.view": EVERYTHING,
        "accounts.role.view": EVERYTHING,
        "accounts.user.manage": EVERYTHING,
        "accounts.role.manage": EVERYTHING,
    }


def test_an_owner_holds_all_but_the_operators_permissions(roles: dict[str, uuid.UUID]) -> None:
    held = set(acting(person(Grant(roles["owner"]))).grants)
    assert held == {p.code for p in permissions.CATALOGUE.values() if p.group != "platform"}


def test_a_permission_that_comes_later_is_in_the_pattern(
    roles: dict[str, uuid.UUID], monkeypatch: Any
) -> None:
    owner = person(Grant(roles["owner"]))
    new = permissions.Permission("accounts.later.view", "staff", "Later")
    monkeypatch.setitem(permissions.CATALOGUE, new.code, new)
    assert acting(owner).allows(new)
    assert acting(person(Grant(roles["viewer"]))).allows(new)


def test_scopes_of_several_assignments_join(roles: dict[str, uuid.UUID]) -> None:
    one, two, customer = uuid.uuid4(), uuid.uuid4(), uuid.uuid4()
    held = acting(
        person(
            Grant(roles["viewer"], "branch", branch_id=one),
            Grant(roles["viewer"], "branch", branch_id=two),
            Grant(roles["auditor"], "customer", customer_id=customer),
            Grant(roles["auditor"], "own"),
        )
    )
    assert held.scope("accounts.user.view") == Scope(
        branches=frozenset({one, two}), own=True, customers=frozenset({customer})
    )
    assert held.scope("audit.entry.view") == Scope(own=True, customers=frozenset({customer}))
    assert held.scope("accounts.user.manage") is None


def test_seeding_again_renews_and_keeps_ids(roles: dict[str, uuid.UUID], queries: Any) -> None:
    user = person(Grant(roles["auditor"]))
    with queries() as seen:
        again = facade.seed_roles([RoleSpec("auditor", {"en": "Auditor"}, ("accounts.role.view",))])
    assert again == {"auditor": roles["auditor"]}
    assert sum("accounts_role" in statement for statement in seen) == 2
    assert set(acting(user).grants) == {"accounts.role.view"}


@pytest.mark.parametrize(
    "bad",
    [
        [RoleSpec("a", {}, ("nothing.*",))],
        [RoleSpec("a", {}), RoleSpec("a", {})],
        [RoleSpec("a", {}, parent="nowhere")],
        [RoleSpec("a", {}, parent="b"), RoleSpec("b", {}, parent="a")],
        [RoleSpec("a", {}, parent="a")],
    ],
)
def test_bad_seeds_are_refused(tenant: Any, bad: list[RoleSpec]) -> None:
    with pytest.raises(ValueError, match=r"permission|twice|not there|itself"):
        facade.seed_roles(bad)
    assert not Role.objects.filter(code__in=["a", "b"]).exists()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parents=st.lists(st.integers(0, 5), min_size=6, max_size=6))
def test_no_sequence_of_changes_makes_a_circle(tenant: Any, parents: list[int]) -> None:
    made = [
        services.create_role(principal=None, code=f"r{uuid.uuid4().hex[:12]}", names={"en": "R"})
        for _ in parents
    ]
    for role, target in zip(made, parents, strict=True):
        try:
            services.update_role(principal=None, id=role.id, parent_id=made[target].id)
        except errors.RoleCycle:
            continue
    above = dict(Role.objects.values_list("id", "parent_id"))
    for role in made:
        at, steps = above[role.id], 0
        while at is not None:
            assert at != role.id
            at, steps = above[at], steps + 1
            assert steps < 10


def test_a_role_is_not_its_own_parent_by_any_path(roles: dict[str, uuid.UUID]) -> None:
    top = services.create_role(principal=None, code="top", names={"en": "Top"})
    low = services.create_role(principal=None, code="low", names={"en": "Low"}, parent_id=top.id)
    for parent in (top.id, low.id):
        with pytest.raises(errors.RoleCycle):
            services.update_role(principal=None, id=top.id, parent_id=parent)
    with pytest.raises(IntegrityError), django_transaction.atomic():
        Role.objects.filter(pk=top.id).update(parent=top.id)


def _chain(prefix: str, length: int) -> list[uuid.UUID]:
    """Roles that inherit one from the next; the last is the lowest."""
    made: list[uuid.UUID] = []
    for index in range(length):
        above = made[-1] if made else None
        role = services.create_role(
            principal=None, code=f"{prefix}{index}", names={"en": "R"}, parent_id=above
        )
        made.append(role.id)
    return made


def test_no_role_is_further_from_what_it_inherits_than_rights_are_read(roles: dict[str, uuid.UUID]) -> None:
    deepest = _chain("deep", rights.MAX_DEPTH)
    with pytest.raises(errors.RoleTooDeep) as refused:
        services.create_role(principal=None, code="deeper", names={"en": "R"}, parent_id=deepest[-1])
    assert (refused.value.code, refused.value.pointer) == ("role_too_deep", "/parent")
    assert not Role.objects.filter(code="deeper").exists()
    # A parent over roles that have others below them: the lowest of those would lose what the parent gives.
    other = _chain("other", 3)
    with pytest.raises(errors.RoleTooDeep):
        services.update_role(principal=None, id=other[0], parent_id=deepest[-3])
    services.update_role(principal=None, id=other[0], parent_id=deepest[-4])
    services.update_role(principal=None, id=deepest[0], permissions=["audit.entry.view"])
    assert acting(person(Grant(other[-1]))).allows("audit.entry.view")


def test_a_circle_made_by_hand_still_ends(roles: dict[str, uuid.UUID]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE accounts_role SET parent_id = %s WHERE code = 'viewer'", [roles["manager"]])
    user = acting(person(Grant(roles["viewer"])))
    assert user.allows("accounts.user.manage")
    shown = selectors.roles_for(user).get(pk=roles["viewer"])
    assert "accounts.user.manage" in shown.patterns


def test_two_parents_at_once_do_not_make_a_circle(live_tenant: Any, run_parallel: Any) -> None:
    one = services.create_role(principal=None, code="one", names={"en": "1"})
    two = services.create_role(principal=None, code="two", names={"en": "2"})

    def turn(index: int) -> Any:
        child, parent = (one, two) if index else (two, one)
        return services.update_role(principal=None, id=child.id, parent_id=parent.id)

    outcomes = run_parallel(turn, 2, return_exceptions=True)
    assert sum(isinstance(outcome, errors.RoleCycle) for outcome in outcomes) == 1


# -- nobody gives what they do not hold ---------------------------------------------------------------------


def test_a_manager_gives_only_what_it_holds(roles: dict[str, uuid.UUID]) -> None:
    manager = acting(person(Grant(roles["manager"])))
    assert services.create_user(principal=manager, name="New", assignments=[Grant(roles["viewer"])])
    for role in ("owner", "auditor"):
        with pytest.raises(errors.PermissionEscalation):
            services.create_user(principal=manager, name="New", assignments=[Grant(roles[role])])
        with pytest.raises(errors.PermissionEscalation):
            facade.assign_role(principal=manager, user_id=person().id, role=role)
    with pytest.raises(errors.PermissionEscalation):
        services.update_user(principal=manager, id=manager.user_id, assignments=[Grant(roles["owner"])])


def test_a_branchs_manager_gives_within_its_branch(roles: dict[str, uuid.UUID]) -> None:
    here, there = uuid.uuid4(), uuid.uuid4()
    manager = acting(person(Grant(roles["manager"], "branch", branch_id=here)))
    viewer = roles["viewer"]
    assert services.create_user(
        principal=manager, name="In", assignments=[Grant(viewer, "branch", branch_id=here)]
    )
    assert services.create_user(principal=manager, name="Own", assignments=[Grant(viewer, "own")])
    for grant in (
        Grant(viewer),
        Grant(viewer, "branch", branch_id=there),
        Grant(viewer, "customer", customer_id=uuid.uuid4()),
    ):
        with pytest.raises(errors.PermissionEscalation):
            services.create_user(principal=manager, name="Out", assignments=[grant])
    # A union with what is held does not carry the rest along.
    with pytest.raises(errors.PermissionEscalation):
        services.create_user(
            principal=manager,
            name="Both",
            assignments=[Grant(viewer, "branch", branch_id=here), Grant(viewer, "branch", branch_id=there)],
        )


def test_a_branchs_manager_reaches_only_its_people(roles: dict[str, uuid.UUID]) -> None:
    here, there = uuid.uuid4(), uuid.uuid4()
    manager = acting(person(Grant(roles["manager"], "branch", branch_id=here)))
    mine = person(Grant(roles["viewer"], "branch", branch_id=here))
    other = person(Grant(roles["viewer"], "branch", branch_id=there))
    seen = set(selectors.users_for(manager).values_list("pk", flat=True))
    assert mine.id in seen
    assert other.id not in seen
    assert services.update_user(principal=manager, id=mine.id, name="Renamed").name == "Renamed"
    with pytest.raises(ResourceNotFound):
        services.update_user(principal=manager, id=other.id, name="Renamed")


@pytest.mark.parametrize(
    "change", [{"email": "thief@example.com"}, {"status": "suspended"}, {"assignments": []}, {"phone": None}]
)
def test_who_holds_more_is_out_of_reach(roles: dict[str, uuid.UUID], change: dict[str, Any]) -> None:
    owner = person(Grant(roles["owner"]))
    person(Grant(roles["owner"]))
    manager = acting(person(Grant(roles["manager"])))
    with pytest.raises(errors.PermissionEscalation):
        services.update_user(principal=manager, id=owner.id, **change)
    assert acting(owner).allows("audit.entry.view")


def test_a_role_is_not_filled_with_what_its_author_lacks(roles: dict[str, uuid.UUID]) -> None:
    manager = acting(person(Grant(roles["manager"])))
    with pytest.raises(errors.PermissionEscalation):
        services.create_role(principal=manager, code="x", names={"en": "X"}, permissions=["audit.*"])
    with pytest.raises(errors.PermissionEscalation):
        services.create_role(principal=manager, code="x", names={"en": "X"}, parent_id=roles["auditor"])
    own = services.create_role(
        principal=manager, code="own", names={"en": "X"}, permissions=["accounts.role.view"]
    )
    for change in ({"permissions": ["*"]}, {"parent_id": roles["auditor"]}):
        with pytest.raises(errors.PermissionEscalation):
            services.update_role(principal=manager, id=own.id, **change)
    beyond = services.create_role(
        principal=None, code="beyond", names={"en": "X"}, permissions=["audit.entry.view"]
    )
    with pytest.raises(errors.PermissionEscalation):  # Taking away is a use of the right as well.
        services.update_role(principal=manager, id=beyond.id, permissions=[])
    local = acting(person(Grant(roles["manager"], "branch", branch_id=uuid.uuid4())))
    # Roles are the whole business's: over a branch not even a name is changed.
    for change in ({"permissions": ["accounts.user.manage"]}, {"names": {"en": "Y"}}):
        with pytest.raises(PermissionDenied):
            services.update_role(principal=local, id=own.id, **change)
    with pytest.raises(PermissionDenied):
        services.delete_role(principal=local, id=own.id)


def test_without_the_permission_nothing_is_written(roles: dict[str, uuid.UUID]) -> None:
    viewer = acting(person(Grant(roles["viewer"])))
    target = person()
    for attempt in (
        lambda: services.create_user(principal=viewer, name="New"),
        lambda: services.update_user(principal=viewer, id=target.id, name="New"),
        lambda: facade.assign_role(principal=viewer, user_id=target.id, role="viewer"),
        lambda: services.create_role(principal=viewer, code="new", names={"en": "New"}),
        lambda: services.update_role(principal=viewer, id=roles["viewer"], names={"en": "New"}),
        lambda: services.delete_role(principal=viewer, id=roles["auditor"]),
    ):
        with pytest.raises(PermissionDenied):
            attempt()


# -- owners -----------------------------------------------------------------------------------------------


def test_the_last_owner_stays(roles: dict[str, uuid.UUID]) -> None:
    owner, other = person(Grant(roles["owner"])), person(Grant(roles["owner"]))
    boss = acting(other)
    with pytest.raises(errors.OwnAccount):
        services.update_user(principal=boss, id=other.id, status="suspended")
    services.update_user(principal=boss, id=owner.id, status="suspended")
    for change in ({"assignments": []}, {"assignments": [Grant(roles["owner"], "own")]}):
        with pytest.raises(errors.LastOwner):
            services.update_user(principal=boss, id=other.id, **change)
    with pytest.raises(errors.LastOwner):
        services.update_user(principal=None, id=other.id, status="suspended")
    with pytest.raises(errors.LastOwner):
        services.update_role(principal=None, id=roles["owner"], permissions=[])
    services.update_user(principal=boss, id=owner.id, status="active")
    assert services.update_user(principal=boss, id=other.id, assignments=[])


def test_a_service_account_is_no_owner(roles: dict[str, uuid.UUID]) -> None:
    facade.create_service_account(principal=None, name="Bot", assignments=[Grant(roles["owner"])])
    owner = person(Grant(roles["owner"]))
    with pytest.raises(errors.LastOwner):
        services.update_user(principal=None, id=owner.id, assignments=[])


def test_two_owners_do_not_remove_each_other(live_tenant: Any, run_parallel: Any) -> None:
    owner = facade.seed_roles(ROLES)["owner"]
    pair = [person(Grant(owner)), person(Grant(owner))]
    acts = [acting(user) for user in pair]

    def remove(index: int) -> Any:
        return services.update_user(principal=acts[index], id=pair[1 - index].id, status="suspended")

    outcomes = run_parallel(remove, 2, return_exceptions=True)
    assert sum(isinstance(outcome, Exception) for outcome in outcomes) == 1
    assert User.objects.filter(status="active", assignments__role_id=owner).count() == 1


# -- the rest ---------------------------------------------------------------------------------------------


def test_predefined_and_used_roles_stay(roles: dict[str, uuid.UUID]) -> None:
    owner = acting(person(Grant(roles["owner"])))
    with pytest.raises(errors.RolePredefined):
        services.update_role(principal=owner, id=roles["viewer"], permissions=[])
    with pytest.raises(errors.RolePredefined):
        services.delete_role(principal=owner, id=roles["auditor"])
    assert services.update_role(principal=owner, id=roles["viewer"], names={"en": "Guest"}).version == 2
    mine = services.create_role(principal=owner, code="mine", names={"en": "M"}, parent_id=roles["viewer"])
    child = services.create_role(principal=owner, code="child", names={"en": "C"}, parent_id=mine.id)
    user = person(Grant(child.id))
    for role in (mine, child):
        with pytest.raises(errors.RoleInUse):
            services.delete_role(principal=owner, id=role.id)
    services.update_user(principal=owner, id=user.id, assignments=[])
    services.delete_role(principal=owner, id=child.id)
    services.delete_role(principal=owner, id=mine.id)
    with pytest.raises(ResourceNotFound):
        services.delete_role(principal=owner, id=mine.id)


def test_unknown_permissions_and_references_are_named(roles: dict[str, uuid.UUID]) -> None:
    with pytest.raises(Invalid) as refusal:
        services.create_role(
            principal=None, code="x", names={"en": "X"}, permissions=["accounts.*", "nothing.at.all"]
        )
    assert [(p.pointer, p.code) for p in refusal.value.problems] == [("/permissions/1", "permission_unknown")]
    with pytest.raises(ReferenceNotFound):
        services.create_role(principal=None, code="x", names={"en": "X"}, parent_id=uuid.uuid4())
    with pytest.raises(ReferenceNotFound) as lost:
        person(Grant(roles["viewer"]), Grant(uuid.uuid4()))
    assert lost.value.pointer == "/assignments/1/role"
    with pytest.raises(errors.RoleCodeTaken):
        services.create_role(principal=None, code="viewer", names={"en": "X"})


def test_branches_are_asked_of_whoever_knows_them(roles: dict[str, uuid.UUID], monkeypatch: Any) -> None:
    real = uuid.uuid4()
    monkeypatch.setitem(ports._known, "branch", lambda ids: {real} & set(ids))
    assert person(Grant(roles["viewer"], "branch", branch_id=real))
    with pytest.raises(ReferenceNotFound):
        person(Grant(roles["viewer"], "branch", branch_id=uuid.uuid4()))


@pytest.mark.parametrize(
    "grant",
    [
        {"scope": "branch"},
        {"scope": "customer"},
        {"scope": "business", "branch_id": uuid.uuid4()},
        {"scope": "own", "customer_id": uuid.uuid4()},
        {"scope": "branch", "customer_id": uuid.uuid4()},
    ],
)
def test_scopes_name_what_they_need(roles: dict[str, uuid.UUID], grant: dict[str, Any]) -> None:
    with pytest.raises(errors.ScopeIncomplete):
        person(Grant(roles["viewer"], **grant))
    with pytest.raises(IntegrityError), django_transaction.atomic():
        Assignment.objects.create(user_id=person().id, role_id=roles["viewer"], **grant)


def test_addresses_belong_to_one_user(tenant: Any) -> None:
    person(email="one@example.com", phone="+998900000001", telegram_id=77)
    for field, value, refusal in (
        ("email", "ONE@example.com", errors.EmailTaken),
        ("phone", "+998900000001", errors.PhoneTaken),
        ("telegram_id", 77, errors.TelegramTaken),
    ):
        with pytest.raises(refusal):
            person(**{field: value})
        with pytest.raises(refusal):
            services.update_user(principal=None, id=person().id, **{field: value})
    assert User.objects.filter(email="one@example.com").count() == 1


def test_a_lost_update_is_refused(tenant: Any) -> None:
    user = person()
    services.update_user(principal=None, id=user.id, expected_version=1, name="A")
    with pytest.raises(VersionMismatch):
        services.update_user(principal=None, id=user.id, expected_version=1, name="B")


def test_changed_roles_take_effect_at_once(live_tenant: Any) -> None:
    roles = facade.seed_roles(ROLES)
    user = person(Grant(roles["viewer"]))
    pair = facade.issue_session_for(user.id)

    def held() -> set[str]:
        return set(facade.authenticate_token(pair.access_token, live_tenant).grants)

    assert "audit.entry.view" not in held()
    facade.assign_role(principal=None, user_id=user.id, role="auditor")
    assert "audit.entry.view" in held()
    services.update_role(principal=None, id=roles["auditor"], permissions=["accounts.user.manage"])
    assert "audit.entry.view" not in held()
    assert "accounts.user.manage" in held()
    services.update_user(principal=None, id=user.id, assignments=[])
    assert held() == set()


def test_rights_are_kept_as_they_were_read(live_tenant: Any, queries: Any) -> None:
    roles = facade.seed_roles(ROLES)
    user = person(
        Grant(roles["owner"], "branch", branch_id=uuid.uuid4()),
        Grant(roles["viewer"]),
        Grant(roles["manager"], "customer", customer_id=uuid.uuid4()),
        Grant(roles["auditor"], "own"),
    )
    pair = facade.issue_session_for(user.id)
    with queries() as cold:
        first = facade.authenticate_token(pair.access_token, live_tenant)
    warm = []
    for _ in range(4):  # A busy Valkey may answer too late once; kept is kept.
        with queries() as seen:
            assert facade.authenticate_token(pair.access_token, live_tenant) == first
        warm.append(len(seen))
    assert (len(cold), min(warm)) == (1, 0)
    assert first.grants == rights.grants_of(user.id)

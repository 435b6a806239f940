"""What a plan limits is enforced in one place, exactly, and costs nothing where it is unlimited."""

from __future__ import annotations

import hashlib
import io
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection

from backend.core.accounts import facade as accounts
from backend.core.accounts import links
from backend.core.accounts.models import Invitation
from backend.core.accounts.types import Grant, RoleSpec
from backend.core.files import services as files
from backend.core.files.storage import tenant_storage
from backend.kernel import clock, db, limits, tenancy
from backend.kernel.errors import ReferenceNotFound
from backend.kernel.ids import decode, encode
from backend.kernel.permissions import Principal, system_principal
from backend.kernel.tenancy import PUBLIC, TenantInfo, directory, tenant_context
from backend.platform.tenants import plan_services, services
from backend.platform.tenants.errors import OverrideInThePast, PlanCodeTaken, PlanInUse, PlanNotOffered
from backend.platform.tenants.models import Plan, Tenant
from tests.support.client import Api

OPERATOR = system_principal(None, "public")
THREADS = 20


@pytest.fixture
def plan(database: str) -> Iterator[Callable[..., Plan]]:
    """Makes committed plans, gone at the end; their businesses are made first, and so dropped later."""
    made: list[uuid.UUID] = []

    def make(**given: int | None) -> Plan:
        with tenant_context(PUBLIC):
            row = plan_services.create_plan(
                principal=OPERATOR, code=f"p{uuid.uuid4().hex[:10]}", names={"en": "Plan"}, limits=given
            )
        made.append(row.id)
        return row

    yield make
    with tenant_context(PUBLIC):
        Tenant.objects.filter(plan_id__in=made).update(plan=None)
        Plan.objects.filter(pk__in=made).delete()


@pytest.fixture
def shop(make_tenant: Callable[..., TenantInfo]) -> TenantInfo:
    """A business with a catalogue, committed."""
    return make_tenant(pack="translation")


def give(info: TenantInfo, plan: Plan | None) -> None:
    with tenant_context(PUBLIC):
        services.update_tenant(principal=OPERATOR, id=info.id, plan_id=plan.id if plan else None)


def token_of(info: TenantInfo) -> str:
    """Of somebody who may do everything, and who takes a seat."""
    with tenant_context(info):
        role = accounts.seed_roles([RoleSpec("plans", {"en": "All"}, ("*",))])["plans"]
        user = accounts.create_user(
            principal=None, name="All", email=f"{uuid.uuid4().hex}@plans.example", assignments=[Grant(role)]
        )
        return str(accounts.issue_session_for(user).access_token)


def now_of(info: TenantInfo) -> TenantInfo:
    """The business with the limits that it has now."""
    found = tenancy.resolve_id(info.id)
    assert found is not None
    return found


def used(info: TenantInfo) -> dict[str, int]:
    with tenant_context(PUBLIC):
        rows = plan_services.usage_of(principal=OPERATOR, tenant_id=info.id)
    return {row.name: row.used for row in rows}


def _first_service(api: Api) -> str:
    return next(
        str(row["id"])
        for row in api.get("/services", query={"limit": "100"}).json["data"]
        if row["code"] == "apostille"
    )


def makers(api: Api) -> dict[str, Callable[[int], Any]]:
    """How one more of each thing is made over the API, and how much of it that is (1, but bytes are 1000)."""
    service = _first_service(api)
    branch = api.post("/branches", json={"code": "base", "name": {"en": "Base"}}).json["id"]
    return {
        "seats": lambda i: api.post("/users", json={"name": f"U{i}", "email": f"u{i}@plans.example"}),
        "branches": lambda i: api.post("/branches", json={"code": f"b{i}", "name": {"en": f"B{i}"}}),
        "items": lambda i: api.post("/products", json={"sku": f"S{i}", "name": {"en": f"P{i}"}}),
        "orders_a_month": lambda i: api.post(
            "/orders",
            json={"lines": [{"service": service}], "branch": branch},
            headers={"Idempotency-Key": uuid.uuid4().hex},
        ),
        "storage_bytes": lambda i: api.post(
            "/files/uploads", json={"name": f"f{i}.pdf", "size": 1000, "sha256": f"{i:064x}"}
        ),
    }


@pytest.mark.parametrize("name", list(limits.LIMITS))
def test_creations_at_once_end_exactly_at_the_limit(
    name: str, shop: TenantInfo, plan: Callable[..., Plan], run_parallel: Callable[..., list[Any]]
) -> None:
    api = Api(shop, token_of(shop))
    make = makers(api)[name]
    unit = 1000 if name == "storage_bytes" else 1
    limit = used(shop)[name] + 3 * unit
    give(shop, plan(**{name: limit}))
    replies = run_parallel(make, THREADS)
    assert Counter((reply.status, reply.code) for reply in replies) == {
        (201, None): 3,
        (402, "limit_reached"): THREADS - 3,
    }, replies
    assert used(shop)[name] == limit
    refused = next(reply.json for reply in replies if reply.status == 402)
    assert str(limit) in refused["detail"]
    assert str(limits.LIMITS[name]) in refused["detail"]
    assert (refused["limit_name"], refused["limit"], refused["used"]) == (name, limit, limit)
    # Nothing of a refusal stays, and more room is taken at once.
    give(shop, plan(**{name: limit + unit}))
    assert make(99).status == 201
    assert make(98).code == "limit_reached"
    give(shop, None)
    assert make(97).status == 201


def test_a_deleted_row_makes_room(shop: TenantInfo, plan: Callable[..., Plan]) -> None:
    api = Api(shop, token_of(shop))
    make = makers(api)["branches"]
    give(shop, plan(branches=used(shop)["branches"] + 1))
    made = make(1)
    assert make(2).code == "limit_reached"
    assert api.delete(f"/branches/{made.json['id']}").status == 204
    assert make(3).status == 201


@pytest.mark.parametrize("name", ["branches", "items", "seats"])
def test_what_comes_back_needs_room_too(name: str, shop: TenantInfo, plan: Callable[..., Plan]) -> None:
    api = Api(shop, token_of(shop))
    make = makers(api)[name]
    path = {"branches": "branches", "items": "products", "seats": "users"}[name]
    off, on = ({"status": "suspended"}, {"status": "active"}) if name == "seats" else (
        {"active": False},
        {"active": True},
    )  # fmt: skip
    row = make(1).json["id"]
    give(shop, plan(**{name: used(shop)[name]}))
    assert api.patch(f"/{path}/{row}", json=off).status == 200
    assert make(2).status == 201
    refused = api.patch(f"/{path}/{row}", json=on)
    assert (refused.status, refused.code) == (402, "limit_reached")
    held = used(shop)[name]
    assert {key: refused.json[key] for key in ("limit_name", "limit", "used")} == {
        "limit_name": name,
        "limit": held,
        "used": held,
    }
    assert str(limits.LIMITS[name]) in refused.json["detail"]
    assert refused.json["errors"][0]["pointer"] == f"/{next(iter(on))}"
    # What does not change that needs no room.
    assert api.patch(f"/{path}/{row}", json={"name": "N" if name == "seats" else {"en": "N"}}).status == 200


def test_other_kinds_of_users_take_no_seat(shop: TenantInfo, plan: Callable[..., Plan]) -> None:
    give(shop, plan(seats=0))
    with tenant_context(now_of(shop)):
        accounts.create_service_account(principal=None, name="Bot")
        with pytest.raises(limits.LimitReached):
            accounts.create_user(principal=None, name="One")
    assert used(shop)["seats"] == 0


def test_an_invitation_waits_for_a_seat(shop: TenantInfo, plan: Callable[..., Plan]) -> None:
    api = Api(shop, token_of(shop))
    with tenant_context(shop):
        role = accounts.role_id("plans")
    assert role is not None
    body = {"email": "late@plans.example", "name": "Late", "assignments": [{"role": encode("rol", role)}]}
    made = api.post("/invitations", json=body)
    assert made.status == 201, made
    with tenant_context(shop):
        token = links.for_invitation(shop, Invitation.objects.get(pk=decode("inv", made.json["id"])))
    # It holds a seat since it was sent; the plan shrinks to those who are there.
    give(shop, plan(seats=used(shop)["seats"] - 1))
    answer = {"token": token, "password": "correct horse battery staple"}
    refused = Api(shop).post("/invitations/accept", json=answer)
    assert (refused.status, refused.code) == (402, "limit_reached")
    give(shop, None)
    assert Api(shop).post("/invitations/accept", json=answer).status == 201


def test_a_file_that_does_not_fit_leaves_no_bytes(shop: TenantInfo, plan: Callable[..., Plan]) -> None:
    content = b"a page that is longer than the plan holds"
    give(shop, plan(storage_bytes=10))
    with tenant_context(now_of(shop)):
        principal = system_principal(shop.id, shop.schema)
        with pytest.raises(limits.LimitReached):
            files.upload_file(principal=principal, name="page.txt", content=io.BytesIO(content))
        stored = [blob.key for blob in tenant_storage().list("blobs")]
        assert not [key for key in stored if hashlib.sha256(content).hexdigest() in key]
    assert used(shop)["storage_bytes"] == 0


def test_the_month_is_the_businesss_own(shop: TenantInfo, plan: Callable[..., Plan]) -> None:
    """In Samarkand (UTC+5) a month begins at 19:00 UTC of the day before."""
    give(shop, plan(orders_a_month=1))
    api = Api(shop, token_of(shop))
    make = makers(api)["orders_a_month"]
    last_minute = datetime(2031, 1, 31, 18, 59, tzinfo=UTC)
    token = api.token
    with clock.use(lambda: last_minute):
        api.token = _fresh(shop)
        assert make(1).status == 201
        assert make(2).code == "limit_reached"
    with clock.use(lambda: last_minute + timedelta(minutes=1)):
        api.token = _fresh(shop)
        assert make(3).status == 201
        assert make(4).code == "limit_reached"
    api.token = token


def _fresh(info: TenantInfo) -> str:
    with tenant_context(info):
        user = accounts.create_user(
            principal=None,
            name="Clerk",
            email=f"{uuid.uuid4().hex}@plans.example",
            assignments=[Grant(accounts.role_id("plans"))],  # type: ignore[arg-type]
        )
        return str(accounts.issue_session_for(user).access_token)


def test_an_unlimited_thing_costs_no_statement(
    shop: TenantInfo, plan: Callable[..., Plan], queries: Any
) -> None:
    with tenant_context(now_of(shop)), db.transaction(), queries() as seen:
        limits.take(limits.BRANCHES)
    assert seen == []
    give(shop, plan(seats=100))
    with tenant_context(now_of(shop)), db.transaction():
        with queries() as seen:
            limits.take(limits.BRANCHES)
        assert seen == []
        with queries() as seen:
            limits.take(limits.SEATS)
        assert len(seen) == 2, seen  # The lock, and the count of users and open invitations.


def test_limits_come_with_the_resolver(
    shop: TenantInfo, plan: Callable[..., Plan], queries: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(shop, plan(seats=100))
    # What is forgotten here comes back over Valkey, in its own time.
    monkeypatch.setattr(directory._answers, "drop", lambda tenant_id: None)
    api = Api(shop, token_of(shop))
    api.get("/me")
    with queries() as seen:
        api.get("/locales")
    assert not [statement for statement in seen if "tenants_" in statement]


# -- overrides --------------------------------------------------------------------------------------------


def test_an_override_holds_instead_of_the_plan_until_it_ends(
    shop: TenantInfo, plan: Callable[..., Plan]
) -> None:
    give(shop, plan(branches=0))
    now = clock.now()
    with tenant_context(PUBLIC):
        row = plan_services.set_override(
            principal=OPERATOR, tenant_id=shop.id, name="branches", limit=None, reason="a fair",
            until=now + timedelta(days=3),
        )  # fmt: skip
    assert (row.overrides["branches"]["reason"], row.overrides["branches"]["limit"]) == ("a fair", None)
    api = Api(shop, token_of(shop))
    assert api.post("/branches", json={"code": "b1", "name": {"en": "B"}}).status == 201
    shown = {line["name"]: line for line in api.get("/usage").json["data"]}["branches"]
    assert (shown["limit"], shown["plan_limit"], shown["overridden"], shown["left"]) == (None, 0, True, None)
    with clock.use(lambda: now + timedelta(days=3)):
        late = Api(shop, _fresh(shop))
        assert late.post("/branches", json={"code": "b2", "name": {"en": "B"}}).code == "limit_reached"
        shown = {line["name"]: line for line in late.get("/usage").json["data"]}["branches"]
        assert (shown["limit"], shown["used"], shown["overridden"], shown["left"]) == (0, 1, False, 0)
    with tenant_context(PUBLIC):
        plan_services.remove_override(principal=OPERATOR, tenant_id=shop.id, name="branches")
    assert api.post("/branches", json={"code": "b3", "name": {"en": "B"}}).code == "limit_reached"


def test_an_override_limits_without_a_plan(shop: TenantInfo) -> None:
    with tenant_context(PUBLIC):
        plan_services.set_override(
            principal=OPERATOR, tenant_id=shop.id, name="seats", limit=0, reason="closing"
        )
    with tenant_context(now_of(shop)), pytest.raises(limits.LimitReached):
        accounts.create_user(principal=None, name="One")


def test_an_override_does_not_end_in_the_past(public: TenantInfo, alpha: TenantInfo) -> None:
    for until in (clock.now(), clock.now() - timedelta(seconds=1)):
        with pytest.raises(OverrideInThePast):
            plan_services.set_override(
                principal=OPERATOR, tenant_id=alpha.id, name="seats", limit=1, reason="x", until=until
            )


# -- plans ------------------------------------------------------------------------------------------------


@pytest.fixture
def operator(public: TenantInfo) -> Api:
    """An operator with every right, in a transaction that is rolled back."""
    role = accounts.seed_roles([RoleSpec("plans", {"en": "All"}, ("platform.*",))])["plans"]
    user = accounts.create_user(
        principal=None, name="Op", kind="operator", email="op@plans.example", assignments=[Grant(role)]
    )
    return Api(None, accounts.issue_session_for(user).access_token)


def test_plans_over_the_api(operator: Api, alpha: TenantInfo) -> None:
    body = {"code": "small", "name": {"en": "Small", "ru": "Малый"}, "limits": {"seats": 3, "branches": None}}
    made = operator.post("/platform/plans", json=body)
    assert made.status == 201, made
    assert made.json["limits"] == {
        "seats": 3,
        "branches": None,
        "items": None,
        "orders_a_month": None,
        "storage_bytes": None,
    }
    path = f"/platform/plans/{made.json['id']}"
    assert operator.post("/platform/plans", json=body).code == "plan_code_taken"
    assert operator.post("/platform/plans", json={**body, "limits": {"seats": -1}}).status == 400
    assert operator.post("/platform/plans", json={**body, "limits": {"chairs": 1}}).status == 400

    changed = operator.patch(path, json={"limits": {"items": 10}}, headers={"If-Match": '"1"'})
    assert (changed.json["limits"]["seats"], changed.json["limits"]["items"]) == (3, 10)
    assert operator.patch(path, json={"limits": {"items": 11}}, headers={"If-Match": '"1"'}).status == 412
    assert operator.patch(path, json={"limits": {"seats": None}}).json["limits"]["seats"] is None

    tenant = f"/platform/tenants/{encode('ten', alpha.id)}"
    given = operator.patch(tenant, json={"plan": made.json["id"]})
    assert given.json["plan"] == {"id": made.json["id"], "code": "small", "name": "Small"}
    assert operator.get(path).json["tenants"] == 1
    found = operator.get("/platform/tenants", query={"plan": made.json["id"]}).json["data"]
    assert [row["slug"] for row in found] == ["alpha"]
    without = operator.get("/platform/tenants", query={"without_plan": "true", "limit": "100"}).json["data"]
    assert "alpha" not in [row["slug"] for row in without]
    assert operator.delete(path).code == "plan_in_use"
    assert operator.patch(path, json={"offered": False}).status == 200
    # Who has it keeps it; nobody else gets it.
    assert operator.patch(tenant, json={"plan": made.json["id"], "name": "Alpha"}).status == 200
    assert operator.patch(tenant, json={"plan": None}).json["plan"] is None
    assert operator.patch(tenant, json={"plan": made.json["id"]}).code == "plan_not_offered"
    assert operator.patch(tenant, json={"plan": encode("pln", uuid.uuid4())}).code == "reference_not_found"
    assert operator.delete(path).status == 204
    assert operator.get(path).status == 404


def test_overrides_over_the_api(operator: Api, alpha: TenantInfo) -> None:
    tenant = f"/platform/tenants/{encode('ten', alpha.id)}"
    body = {"name": "items", "limit": 7, "reason": "a big catalogue"}
    shown = operator.post(f"{tenant}/overrides", json=body)
    assert shown.status == 200, shown
    (own,) = shown.json["overrides"]
    assert (own["name"], own["limit"], own["reason"], own["until"]) == ("items", 7, "a big catalogue", None)
    assert own["set_by"].startswith("usr_")
    assert operator.post(f"{tenant}/overrides", json={**body, "reason": ""}).status == 400
    past = operator.post(f"{tenant}/overrides", json={**body, "until": "2020-01-01T00:00:00Z"})
    assert past.code == "limit_override_past"
    usage = {row["name"]: row for row in operator.get(f"{tenant}/usage").json["data"]}
    assert set(usage) == set(limits.LIMITS)
    assert (usage["items"]["limit"], usage["items"]["overridden"]) == (7, True)
    assert operator.post(f"{tenant}/overrides/remove", json={"name": "items"}).json["overrides"] == []


def test_rights(public: TenantInfo, alpha: TenantInfo) -> None:
    from backend.kernel.permissions import PermissionDenied

    nobody = Principal(kind="operator", user_id=uuid.uuid4(), tenant_id=None, schema="public")
    for call in (
        lambda: plan_services.create_plan(principal=nobody, code="x", names={}, limits={}),
        lambda: plan_services.update_plan(principal=nobody, id=uuid.uuid4()),
        lambda: plan_services.delete_plan(principal=nobody, id=uuid.uuid4()),
        lambda: plan_services.usage_of(principal=nobody, tenant_id=alpha.id),
        lambda: plan_services.set_override(
            principal=nobody, tenant_id=alpha.id, name="seats", limit=1, reason="x"
        ),
        lambda: plan_services.remove_override(principal=nobody, tenant_id=alpha.id, name="seats"),
    ):
        with pytest.raises(PermissionDenied):
            call()


def test_a_business_is_made_with_a_plan(
    plan: Callable[..., Plan], make_tenant: Callable[..., TenantInfo]
) -> None:
    small = plan(items=1, branches=0, seats=0)
    # What the pack brings is not counted against the plan, only what comes after it.
    info = make_tenant(pack="translation", plan_id=small.id)
    assert info.limits["items"].limit == 1
    assert used(info)["items"] > 1
    with pytest.raises(ReferenceNotFound):
        make_tenant(plan_id=uuid.uuid4())
    with tenant_context(PUBLIC):
        plan_services.update_plan(principal=OPERATOR, id=small.id, offered=False)
    with pytest.raises(PlanNotOffered):
        make_tenant(plan_id=small.id)


def test_take_needs_a_transaction_and_a_counter(shop: TenantInfo, plan: Callable[..., Plan]) -> None:
    give(shop, plan(seats=5))
    with tenant_context(now_of(shop)), pytest.raises(db.NoTransaction):
        limits.take(limits.SEATS)
    with pytest.raises(ValueError, match="no plan limits"):
        limits.register_counter("chairs", lambda at: 0)
    assert connection.in_atomic_block is False
    assert PlanCodeTaken.status == PlanInUse.status == 409

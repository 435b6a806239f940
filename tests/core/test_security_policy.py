"""The business's rules of security, over HTTP."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from backend.core.accounts import facade, policy, services
from backend.core.accounts.models import SecurityPolicy, Session, User
from backend.core.accounts.types import Grant, RoleSpec
from backend.kernel import clock, tenancy
from backend.kernel.ids import encode
from tests.core.test_accounts_api import PASSWORD, person

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


@pytest.fixture
def owner(api: Any) -> Any:
    roles = facade.seed_roles([RoleSpec("owner", {"en": "Owner"}, ("*",))])
    return api.signed_in(facade.issue_session_for(person(roles["owner"]).id).access_token)


def test_a_business_without_rules_has_the_defaults(owner: Any) -> None:
    shown = owner.get("/security/policy")
    assert shown.status == 200
    assert shown.json["password"] == {
        "min_length": 10,
        "refuse_common": True,
        "history": 0,
        "max_age_days": None,
        "refuse_breached": False,
    }
    assert shown.json["session"] == {"idle_minutes": 43_200, "absolute_hours": 2_160}
    assert (shown.json["networks"], shown.json["cors_origins"], shown.json["version"]) == ([], [], 0)
    assert SecurityPolicy.objects.count() == 0


def test_a_change_merges_groups_and_replaces_lists(owner: Any, commits: Any) -> None:
    with commits():
        first = owner.patch(
            "/security/policy",
            json={"password": {"min_length": 14}, "cors_origins": ["https://a.example.com"]},
        )
    assert (first.status, first.json["version"]) == (200, 1)
    with commits():
        second = owner.patch(
            "/security/policy",
            json={"password": {"history": 3}, "cors_origins": ["https://b.example.com:8443"]},
            headers={"If-Match": first.headers["ETag"]},
        )
    assert second.status == 200
    assert (second.json["password"]["min_length"], second.json["password"]["history"]) == (14, 3)
    assert second.json["cors_origins"] == ["https://b.example.com:8443"]
    assert policy.current().password.min_length == 14
    assert (
        owner.patch(
            "/security/policy",
            json={"audit": {"access_days": 30}},
            headers={"If-Match": first.headers["ETag"]},
        ).code
        == "version_mismatch"
    )


def test_a_warm_reading_costs_no_query(tenant: Any, queries: Any) -> None:
    policy.current()
    with queries() as seen:
        assert policy.current() == policy.Policy()
    assert len(seen) == 0


@pytest.mark.parametrize(
    ("body", "pointer", "code"),
    [
        ({"networks": ["10.0.0.0/33"]}, "/networks/0", "network_invalid"),
        ({"networks": ["127.0.0.1", "10.0.0.1/8"]}, "/networks/1", "network_invalid"),
        ({"networks": ["2001:db8::/129"]}, "/networks/0", "network_invalid"),
        ({"networks": ["office"]}, "/networks/0", "network_invalid"),
        ({"networks": ["198.51.100.0/24"]}, "/networks", "network_shuts_out"),
        ({"cors_origins": ["*"]}, "/cors_origins/0", "origin_invalid"),
        ({"cors_origins": ["http://shop.example.com"]}, "/cors_origins/0", "origin_invalid"),
        ({"cors_origins": ["https://shop.example.com/path"]}, "/cors_origins/0", "origin_invalid"),
        ({"cors_origins": ["https://u:p@shop.example.com"]}, "/cors_origins/0", "origin_invalid"),
        ({"cors_origins": ["https://shop.example.com:99999"]}, "/cors_origins/0", "origin_invalid"),
        ({"registration": {"role": "nobody"}}, "/registration/role", "role_unknown"),
        ({"registration": {"link_base": "ftp://x"}}, "/registration/link_base", "origin_invalid"),
    ],
)
def test_nonsense_is_refused_by_field(owner: Any, body: Any, pointer: str, code: str) -> None:
    refused = owner.patch("/security/policy", json=body)
    assert (refused.status, refused.code) == (409, "invalid")
    assert [(e["pointer"], e["code"]) for e in refused.json["errors"]] == [(pointer, code)]
    assert SecurityPolicy.objects.count() == 0


def test_it_needs_its_permission(api: Any, tenant: Any) -> None:
    roles = facade.seed_roles([RoleSpec("viewer", {"en": "Viewer"}, ("accounts.user.view",))])
    viewer = api.signed_in(facade.issue_session_for(person(roles["viewer"]).id).access_token)
    assert viewer.get("/security/policy").code == "permission_denied"
    assert viewer.patch("/security/policy", json={"password": {"min_length": 8}}).status == 403
    assert SecurityPolicy.objects.count() == 0


OPENING: list[dict[str, Any]] = [
    {"oidc": [{"code": "x", "label": "X", "issuer": "https://evil.example.com", "client_id": "x",
               "redirect_uris": ["https://evil.example.com/back"], "link_by_email": True}]},
    {"cors_origins": ["https://evil.example.com"], "registration": {"link_base": "https://evil.example.com"}},
    {"registration": {"role": "customer"}},
]  # fmt: skip


@pytest.mark.parametrize("body", OPENING, ids=["oidc", "links", "role"])
def test_the_right_to_the_rules_alone_opens_no_account(owner: Any, api: Any, body: Any) -> None:
    """Who names the issuer signs in as anybody; who names the links reads the tokens of resets."""
    roles = facade.seed_roles(
        [RoleSpec("ruler", {"en": "R"}, ("accounts.policy.manage",)), RoleSpec("customer", {"en": "C"}, ())]
    )
    ruler = api.signed_in(facade.issue_session_for(person(roles["ruler"]).id).access_token)
    assert ruler.patch("/security/policy", json={"password": {"min_length": 12}}).status == 200
    refused = ruler.patch("/security/policy", json=body)
    assert (refused.status, refused.code) == (403, "permission_escalation")
    assert ruler.get("/security/policy").json["version"] == 1
    assert owner.patch("/security/policy", json=body).status == 200


def test_an_open_session_of_yesterday_opens_no_account(owner: Any, api: Any) -> None:
    """Who finds an owner's session open has no password; what opens no account is changed all the same."""
    user = person(facade.role_id("owner"))
    with clock.use(lambda: NOW + timedelta(minutes=11)):
        found = api.signed_in(facade.issue_session_for(user.id).access_token)
        Session.objects.filter(user_id=user.id).update(created_at=NOW)
        assert found.patch("/security/policy", json={"password": {"history": 2}}).status == 200
        body = OPENING[0]
        assert found.patch("/security/policy", json=body).code == "password_required"
        wrong = found.patch("/security/policy", json={**body, "current_password": "not this one"})
        assert (wrong.status, wrong.code) == (409, "password_wrong")
        right = found.patch("/security/policy", json={**body, "current_password": PASSWORD})
        assert right.status == 200, right
        # What changes nothing needs no proof.
        assert found.patch("/security/policy", json={"registration": {"link_base": ""}}).status == 200
        confirmed = {"totp": {"secret": "x", "confirmed_at": NOW.isoformat()}}
        User.objects.filter(pk=user.id).update(second_factors=confirmed)
        assert found.patch("/security/policy", json={"oidc": []}).code == "second_factor_required"
        Session.objects.filter(user_id=user.id).update(second_factor_at=clock.now())
        assert found.patch("/security/policy", json={"oidc": []}).status == 200


def test_strangers_get_a_role_of_customers_only(owner: Any) -> None:
    facade.seed_roles(
        [
            RoleSpec("customer", {"en": "C"}, ("orders.order.view", "orders.order.create")),
            RoleSpec("agency", {"en": "A"}, ("accounts.user.view",), parent="customer"),
            RoleSpec("clerk", {"en": "C"}, ("orders.order.view", "orders.order.process")),
        ]
    )
    narrow = {"code": "narrow", "name": {"en": "N"}, "permissions": ["orders.order.view"]}
    parent = encode("rol", facade.role_id("customer"))  # type: ignore[arg-type]
    wide = {"code": "wide", "name": {"en": "W"}, "permissions": ["*"], "parent": parent}
    assert [owner.post("/roles", json=role).status for role in (narrow, wide)] == [201, 201]
    for role, status in (("owner", 409), ("clerk", 409), ("wide", 409), ("narrow", 200), ("agency", 200)):
        reply = owner.patch("/security/policy", json={"registration": {"role": role}})
        assert reply.status == status, (role, reply)
        if status == 409:
            assert [one["code"] for one in reply.json["errors"]] == ["role_not_for_customers"]


def test_links_lead_to_the_business_alone(owner: Any, tenant: Any, settings: Any) -> None:
    def link(base: str, **more: Any) -> Any:
        return owner.patch("/security/policy", json={"registration": {"link_base": base}, **more})

    own = f"https://{tenant.slug}.{settings.TENANCY['BASE_DOMAIN']}"
    other = f"https://beta.{settings.TENANCY['BASE_DOMAIN']}"
    for base in ("https://evil.example.com", other, f"{own}.evil.example.com"):
        refused = link(base)
        assert [one["code"] for one in refused.json["errors"]] == ["link_base_foreign"], refused
    assert link(own).status == 200
    shop = "https://shop.example.com"
    assert link(shop, cors_origins=[shop]).status == 200
    # What links lead to stays among the origins.
    gone = owner.patch("/security/policy", json={"cors_origins": []})
    assert [one["code"] for one in gone.json["errors"]] == ["link_base_foreign"]
    assert link("", cors_origins=[]).status == 200


def test_parallel_changes_of_different_groups_are_all_kept(live_tenant: Any, run_parallel: Any) -> None:
    with tenancy.tenant_context(live_tenant):
        roles = facade.seed_roles([RoleSpec("owner", {"en": "Owner"}, ("*",))])
        boss = facade.principal_of_user(person(assignments=[Grant(roles["owner"])]).id)
    groups: list[dict[str, Any]] = [
        {"password": {"min_length": 12}},
        {"session": {"idle_minutes": 60}},
        {"audit": {"access_days": 7}},
        {"cors_origins": ["https://a.example.com"]},
    ]

    def change(index: int) -> None:
        with tenancy.tenant_context(live_tenant):
            services.update_policy(principal=boss, **groups[index])

    run_parallel(change, 4)
    with tenancy.tenant_context(live_tenant):
        row = SecurityPolicy.objects.get()
    assert row.version == 4
    assert row.rules == {
        "password": {"min_length": 12},
        "session": {"idle_minutes": 60},
        "audit": {"access_days": 7},
        "cors_origins": ["https://a.example.com"],
    }

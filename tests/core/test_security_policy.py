"""The business's rules of security, over HTTP."""

from __future__ import annotations

from typing import Any

import pytest

from backend.core.accounts import facade, policy, services
from backend.core.accounts.models import SecurityPolicy
from backend.core.accounts.types import Grant, RoleSpec
from backend.kernel import tenancy
from tests.core.test_accounts_api import person


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

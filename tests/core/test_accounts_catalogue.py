"""The catalogue of permissions in the contract: one component with groups and names, used wherever codes are named."""

from __future__ import annotations

from typing import Any

import pytest

from backend.core.accounts import facade
from backend.core.accounts.api.permission_fields import PATTERN, PermissionPattern
from backend.core.accounts.oauth import scopes
from backend.core.accounts.types import Grant, RoleSpec
from backend.kernel.permissions import CATALOGUE, GROUPS
from backend.packs import reading
from tests.contract.watch import contract

SCHEMAS = "#/components/schemas/"
NAMED = {
    ("Me", "permissions"): "KnownPermission",
    ("ScopedGrant", "permissions"): "KnownPermission",
    ("Role", "effective_permissions"): "KnownPermission",
    ("Role", "permissions"): "PermissionPattern",
    ("RoleCreate", "permissions"): "PermissionPattern",
    ("RoleUpdate", "permissions"): "PermissionPattern",
    ("ApiKey", "scopes"): "PermissionPattern",
    ("ApiKeyCreate", "scopes"): "PermissionPattern",
    ("OwnApiKeyCreate", "scopes"): "PermissionPattern",
    ("ApplicationCreate", "scopes"): "OAuthScope",
    ("ApplicationUpdate", "scopes"): "OAuthScope",
}


@pytest.fixture
def schemas(database: str) -> dict[str, Any]:
    return contract().document["components"]["schemas"]  # type: ignore[no-any-return]


def test_the_component_is_the_catalogue_by_groups(schemas: dict[str, Any]) -> None:
    component = schemas["PermissionCode"]
    assert len(component["enum"]) == len(CATALOGUE)
    assert set(component["enum"]) == set(CATALOGUE)
    assert [group["code"] for group in component["x-groups"]] == list(GROUPS)
    for group in component["x-groups"]:
        assert group["label"], group["code"]
        assert group["permissions"], group["code"]
        for code, label in group["permissions"].items():
            assert CATALOGUE[code].group == group["code"]
            assert label
    assert sum(len(group["permissions"]) for group in component["x-groups"]) == len(CATALOGUE)
    whole = {code for code, item in CATALOGUE.items() if item.whole}
    assert set(component["x-whole"]) == whole
    assert {"accounts.policy.manage", "ledger.period.close"} <= whole
    assert "orders.order.view" not in whole
    assert schemas["OAuthScopeName"]["enum"] == scopes.names()
    sensitive = {code for code, item in CATALOGUE.items() if item.sensitive}
    assert set(component["x-sensitive"]) == sensitive
    assert {"customers.identity.view", "audit.entry.view", "accounts.role.manage"} <= sensitive


def test_a_scope_is_a_group_a_permission_or_a_pattern_for_several() -> None:
    every = {code for code, item in CATALOGUE.items() if item.group != "platform"}
    sensitive = {code for code, item in CATALOGUE.items() if item.sensitive}
    assert scopes.codes_of(["orders.order.create"]) == {"orders.order.create"}
    assert scopes.codes_of(["orders.*"]) == {code for code in every if code.startswith("orders.")}
    assert scopes.codes_of(["catalog.*.view"]) == {
        code for code in every if code.startswith("catalog.") and code.endswith(".view")
    }
    # What is sensitive is in no group and no pattern; every other permission is in a group.
    assert "customers.customer.view" in scopes.codes_of(["customers:read"])
    assert not sensitive & scopes.codes_of([*scopes.groups(), "customers.*", "audit.*", "accounts.*.*"])
    assert scopes.codes_of(scopes.groups()) == every - sensitive
    assert scopes.codes_of(["customers.identity.view"]) == {"customers.identity.view"}
    for wrong in (
        "*",
        "*.*.*",
        "orders",
        "orders:see",
        "nothing.*",
        "no.such.code",
        "platform:read",
        "platform.*",
    ):
        assert not scopes.is_known(wrong), wrong
        assert scopes.codes_of([wrong]) == frozenset(), wrong
    assert not scopes.is_known("platform.tenant.view")
    assert all(scopes.is_known(name) for name in scopes.names())
    assert scopes.within(["orders.order.create"], ["orders:write"])
    assert not scopes.within(["orders:write"], ["orders.order.create"])
    assert not scopes.within(["customers.identity.view"], ["customers:write"])


@pytest.mark.parametrize(("owner", "field"), sorted(NAMED))
def test_what_names_codes_says_so(owner: str, field: str, schemas: dict[str, Any]) -> None:
    items = schemas[owner]["properties"][field]["items"]
    assert items == {"$ref": SCHEMAS + NAMED[owner, field]}
    known = {"OAuthScope": "OAuthScopeName"}.get(NAMED[owner, field], "PermissionCode")
    # Open: who knows the codes of today reads those of tomorrow.
    first, other = schemas[NAMED[owner, field]]["anyOf"]
    assert first == {"$ref": SCHEMAS + known}
    assert (other["type"], "enum" in other) == ("string", False)


def test_the_python_client_has_the_codes() -> None:
    from guildhall.generated.models.permission_code import PERMISSION_CODE_VALUES

    assert set(PERMISSION_CODE_VALUES) == set(CATALOGUE)


def test_patterns_that_packs_use_are_written_alike_by_hand() -> None:
    field = PermissionPattern()
    for pack in reading.names():
        for role in reading.load(pack).get("roles", ()):
            for pattern in role.get("permissions", ()):
                assert field.run_validation(pattern) == pattern
    assert all(field.run_validation(code) == code for code in CATALOGUE)
    assert PATTERN.startswith("^")


def test_a_role_and_a_key_take_codes_and_patterns_and_nothing_else(tenant: Any, api: Any) -> None:
    roles = facade.seed_roles([RoleSpec("owner", {"en": "Owner"}, ("*",))])
    user = facade.create_user(principal=None, name="Owner", assignments=[Grant(roles["owner"])])
    owner = api.signed_in(facade.issue_session_for(user).access_token)
    asked = ["catalog.*.view", "orders.order.view"]
    role = owner.post("/roles", json={"code": "reader", "name": {"en": "Reader"}, "permissions": asked})
    assert (role.status, role.json["permissions"]) == (201, asked)
    assert "catalog.product.view" in role.json["effective_permissions"]
    assert "catalog.product.manage" not in role.json["effective_permissions"]
    key = owner.post("/me/api-keys", json={"name": "x", "scopes": asked})
    assert (key.status, key.json["api_key"]["scopes"]) == (201, asked)
    for wrong in ("[a-z]*", "orders?", "Orders.*", "orders.**", "a.b.c.d", ""):
        for path, body in (
            ("/roles", {"code": "x", "name": {"en": "X"}, "permissions": [wrong]}),
            ("/me/api-keys", {"name": "x", "scopes": [wrong]}),
        ):
            reply = owner.post(path, json=body)
            assert (reply.status, reply.code) == (400, "request_invalid"), (wrong, reply)
    unknown = owner.post("/roles", json={"code": "x", "name": {"en": "X"}, "permissions": ["orders.*.fly"]})
    (problem,) = unknown.json["errors"]
    assert (unknown.status, problem["code"], problem["pointer"]) == (
        409,
        "permission_unknown",
        "/permissions/0",
    )

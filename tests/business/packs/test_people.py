"""Every demo business has somebody of each of its roles, who signs in and may what the role says."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from backend.core.accounts import facade as accounts
from backend.core.accounts.models import Role
from backend.core.accounts.types import RoleSpec
from backend.kernel import permissions
from backend.kernel.tenancy import tenant_context
from backend.packs import demo, reading
from infra.dev.run import login_lines
from tests.support.client import Api

PASSWORD = "a long demo password"
NOBODYS = {"bot"}
"""Roles of machines."""


def roles_of(pack: str) -> dict[str, RoleSpec]:
    rows = [*reading.load("common")["roles"], *reading.load(pack).get("roles", ())]
    return {role.code: role for role in reading.build_all(RoleSpec, rows)}


def codes_of(roles: dict[str, RoleSpec], code: str) -> set[str]:
    """What a role gives in a business, inherited permissions included."""
    role = roles[code]
    own = permissions.expand(role.permissions) if role.permissions else frozenset()
    above = codes_of(roles, role.parent) if role.parent else set()
    return {c for c in own if permissions.CATALOGUE[c].group != "platform"} | above


@pytest.mark.parametrize("pack", demo.ORDER)
def test_every_role_has_somebody(pack: str) -> None:
    data = reading.load(pack, "demo")
    people = [*data["staff"], *data["people"]]
    assert {row["role"] for row in people} == set(roles_of(pack)) - NOBODYS
    assert len({row["email"] for row in people}) == len(people)
    assert len(data["branches"]) > 1
    agency = {row["customer"] for row in data["people"] if row["role"].startswith("agency_")}
    kinds = {row["name"]: row["kind"] for row in data["customers"]}
    assert [kinds[name] for name in agency] == ["agency"]


@pytest.mark.parametrize("pack", demo.ORDER)
def test_everybody_signs_in_and_may_what_the_role_says(
    pack: str, make_tenant: Callable[..., Any], api_for: Callable[..., Api]
) -> None:
    data = reading.load(pack, "demo")
    facts = {key: value for key, value in data["tenant"].items() if key != "slug"}
    info = make_tenant(pack=pack, **facts)
    digest = accounts.hash_password(PASSWORD)
    everybody = [*data["staff"], *data["people"]]
    demo.fill(info, data, digest, "s" * 43)
    roles = roles_of(pack)
    api = api_for(info)
    # Whoever can sign in stands in the list that `make run` shows.
    logins = {"password": PASSWORD, "businesses": [demo.logins_of(info, data, "s" * 43)]}
    shown = [line.split() for line in login_lines(logins)]
    assert [[row["role"], row["email"]] for row in everybody] == [
        line for line in shown if line and "@" in line[-1]
    ]
    with tenant_context(info):
        for row in everybody:
            signed = api.post("/auth/tokens", json={"email": row["email"], "password": PASSWORD})
            assert signed.status == 201, (row["email"], signed)
            me = api.signed_in(signed.json["access_token"]).get("/me").json
            assert set(me["permissions"]) == codes_of(roles, row["role"]), row["email"]
            (assignment,) = me["assignments"]
            assert assignment["role_code"] == row["role"]
            bound = {name: bool(assignment[name]) for name in ("branch", "customer")}
            assert bound == {name: name in row for name in ("branch", "customer")}
            assert me["kind"] == ("customer" if "customer" in row else "staff")
            for grant in me["grants"]:
                assert grant["everything"] is not any(bound.values())


def test_people_who_are_missing_join_a_business_that_is_there(tenant: Any) -> None:
    data = reading.load("translation", "demo")
    # Made by an earlier release, whose pack had no role but one, and gave that one less.
    tenant = dataclasses.replace(tenant, pack="translation")
    accounts.seed_roles([RoleSpec("staff", {"en": "Staff"}, ("orders.order.view",))])
    demo.add_people(tenant, {**data, "people": []}, "unusable")
    assert accounts.user_by_email("agency@samarkand.example") is None
    demo.add_people(tenant, data, "unusable")
    joined = accounts.user_by_email("agency@samarkand.example")
    assert joined is not None
    owner = accounts.user_by_email("owner@samarkand.example")
    demo.add_people(tenant, data, "unusable")
    assert accounts.user_by_email("agency@samarkand.example") == joined
    assert accounts.user_by_email("owner@samarkand.example") == owner
    assert {row["role"] for row in (*data["staff"], *data["people"])} <= set(
        Role.objects.values_list("code", flat=True)
    )
    staff = Role.objects.get(code="staff")
    assert len(staff.permissions) > 1

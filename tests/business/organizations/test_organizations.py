"""Branches as a tree, the rights over its parts, and the business's profile."""

from __future__ import annotations

from typing import Any

import pytest

from backend.business.organizations import facade as organizations
from backend.business.organizations.events import BranchCreated
from backend.business.organizations.models import Organization
from backend.core.files.types import StandardPage, StandardPageUnit
from backend.kernel import tenancy
from backend.kernel.ids import encode, new_id
from tests.business.organizations.people import Centre, sign_in


@pytest.fixture
def owner(api: Any, centre: Centre) -> Any:
    return sign_in(api, "organizations.*")


def body(code: str = "TAS", **changes: Any) -> dict[str, Any]:
    return {"code": code, "name": {"en": "Tashkent", "ru": "Ташкент"}, **changes}


def test_a_branch_is_opened_changed_and_deleted(owner: Any, centre: Centre, event_types: Any) -> None:
    """Each step tells its event; the branch speaks the caller's language."""
    opened = owner.post(
        "/branches",
        json=body(
            parent=centre.branch("HQ"),
            address={"city": "Tashkent", "country": "UZ"},
            latitude="41.311081",
            longitude="69.240562",
            phone="+998712000000",
        ),
    )
    assert opened.status == 201, opened
    branch = opened.json
    assert branch["timezone"] == tenancy.current().timezone
    assert branch["latitude"] == "41.311081"
    assert branch["address"]["line1"] is None
    path = f"/branches/{branch['id']}"
    assert owner.get(path, headers={"Accept-Language": "ru"}).json["name"] == "Ташкент"
    assert owner.get(path, query={"locale": "all"}).json["name"] == body()["name"]
    closed = owner.patch(path, json={"active": False}, headers={"If-Match": '"1"'})
    assert (closed.json["active"], closed.json["version"]) == (False, 2)
    assert owner.patch(path, json={"active": True}, headers={"If-Match": '"1"'}).status == 412
    assert owner.delete(path).status == 204
    assert owner.get(path).status == 404
    assert event_types("branch.")[-3:] == ["branch.created", "branch.updated", "branch.deleted"]


def test_codes_are_unique_and_positions_whole(owner: Any, centre: Centre) -> None:
    """Refusals name the field, and nothing is written."""
    before = len(owner.get("/branches").json["data"])
    for changes, code, pointer in (
        ({"code": "SAM"}, "branch_code_taken", "/code"),
        ({"latitude": "41.3"}, "branch_position_incomplete", "/longitude"),
        ({"parent": encode("brn", new_id())}, "reference_not_found", "/parent"),
    ):
        reply = owner.post("/branches", json={**body(), **changes})
        assert (reply.status, reply.code) == (409, code)
        assert reply.json["errors"][0]["pointer"] == pointer
    for changes in (
        {"code": ""},
        {"name": {}},
        {"name": {"xx": "?"}},
        {"name": "Tashkent"},
        {"surprise": 1},
        {"name": {"en": "\x00"}},
    ):
        assert owner.post("/branches", json={**body(), **changes}).status == 400, changes
    # What fits the schema and cannot be taken all the same.
    for changes in ({"latitude": "91", "longitude": "0"}, {"timezone": "Asia/Nowhere"}):
        reply = owner.post("/branches", json={**body(), **changes})
        assert (reply.status, reply.code) == (409, "values_refused"), changes
    assert len(owner.get("/branches").json["data"]) == before


def test_the_tree_has_no_circle_and_an_end(owner: Any, centre: Centre) -> None:
    """A branch is not put under its own branches, nor deeper than the limit."""
    under = owner.patch(f"/branches/{centre.branch('HQ')}", json={"parent": centre.branch("SAM")})
    assert under.code == "branch_cycle"
    own = owner.patch(f"/branches/{centre.branch('SAM')}", json={"parent": centre.branch("SAM")})
    assert own.code == "branch_cycle"
    parent = centre.branch("SAM")
    for depth in range(3, 9):
        parent = owner.post("/branches", json=body(f"D{depth}", parent=parent)).json["id"]
    assert owner.post("/branches", json=body("D9", parent=parent)).code == "branch_too_deep"
    chain = owner.post("/branches", json=body("TOP")).json["id"]
    deep = owner.patch(f"/branches/{centre.branch('HQ')}", json={"parent": chain})
    assert deep.code == "branch_too_deep"


def test_what_is_in_use_is_closed_and_not_deleted(owner: Any, centre: Centre) -> None:
    """A parent, and a branch that customers belong to."""
    assert owner.delete(f"/branches/{centre.branch('HQ')}").code == "branch_in_use"
    centre.customer(branch_id=centre.branches["BUK"])
    assert owner.delete(f"/branches/{centre.branch('BUK')}").code == "branch_in_use"
    assert owner.patch(f"/branches/{centre.branch('BUK')}", json={"active": False}).status == 200


def test_rights_reach_their_branch_only(api: Any, centre: Centre) -> None:
    """Another branch is not there; a root is the whole business's to open."""
    manager = sign_in(api, "organizations.branch.*", branch=centre.branches["SAM"])
    assert [one["code"] for one in manager.get("/branches").json["data"]] == ["SAM"]
    assert manager.get(f"/branches/{centre.branch('BUK')}").status == 404
    assert manager.patch(f"/branches/{centre.branch('BUK')}", json={"active": False}).status == 404
    assert manager.patch(f"/branches/{centre.branch('SAM')}", json={"email": "sam@example.com"}).status == 200
    assert manager.post("/branches", json=body()).status == 403
    assert manager.post("/branches", json=body(parent=centre.branch("BUK"))).status == 403
    assert manager.post("/branches", json=body(parent=centre.branch("SAM"))).status == 201
    assert manager.patch(f"/branches/{centre.branch('SAM')}", json={"parent": None}).status == 403
    reader = sign_in(api, "organizations.branch.view")
    assert reader.post("/branches", json=body()).status == 403
    assert api.get("/branches").status == 401


def test_a_customer_sees_open_branches(api: Any, owner: Any, centre: Centre) -> None:
    """For the bot's list of branches."""
    owner.patch(f"/branches/{centre.branch('BUK')}", json={"active": False})
    customer = centre.customer()
    portal = sign_in(api, "organizations.branch.view", customer=customer.pk, kind="customer")
    assert {one["code"] for one in portal.get("/branches").json["data"]} == {"HQ", "SAM"}


def test_a_scope_over_a_branch_means_its_subtree(centre: Centre) -> None:
    """The head office's rights reach both branches."""
    ids = centre.branches
    assert organizations.branch_subtree([ids["HQ"]]) == frozenset(ids.values())
    assert organizations.branch_subtree([ids["SAM"]]) == {ids["SAM"]}
    assert organizations.branch_subtree([]) == frozenset()


def test_search_is_without_case_and_in_every_language(owner: Any, centre: Centre) -> None:
    """Each word of the query must be there, in any case and language."""
    for text in ("самарканд", "SAMARK", "sam самар"):
        assert [one["code"] for one in owner.get("/branches", query={"q": text}).json["data"]] == ["SAM"]
    assert owner.get("/branches", query={"q": "Tbilisi"}).json["data"] == []
    children = owner.get("/branches", query={"parent": centre.branch("HQ"), "sort": "code"}).json["data"]
    assert [one["code"] for one in children] == ["BUK", "SAM"]


def test_seeding_twice_changes_nothing(centre: Centre, event_types: Any) -> None:
    """A pack may be applied again; each branch told once that it is there."""
    before = (dict(centre.branches), event_types("branch."))
    again = Centre()
    assert (again.branches, event_types("branch.")) == before
    assert before[1] == ["branch.created"] * 3
    assert BranchCreated.TYPE == "branch.created"


def test_the_profile_shows_defaults_and_keeps_what_is_set(api: Any, centre: Centre) -> None:
    """Settings are changed one by one; the rest stays."""
    owner = sign_in(api, "organizations.*")
    first = owner.get("/organization").json
    assert first["name"] == "Registan"
    assert first["settings"]["rounding_step"] == 10_000
    assert first["currency"] == "UZS"
    changed = owner.patch(
        "/organization",
        json={
            "legal_name": "Registan MChJ",
            "settings": {
                "page_rule": "standard",
                "standard_page_unit": "words",
                "standard_page_size": 250,
                "loyalty_point_value": "100",
            },
        },
        headers={"If-Match": f'"{first["version"]}"'},
    )
    assert changed.status == 200, changed
    assert changed.json["legal_name"] == "Registan MChJ"
    assert changed.json["settings"] == {
        **first["settings"],
        "page_rule": "standard",
        "standard_page_unit": "words",
        "standard_page_size": 250,
        "loyalty_point_value": "100",
    }
    assert organizations.standard_page() == StandardPage(StandardPageUnit.WORDS, 250)
    stale = owner.patch("/organization", json={"tax_id": "1"}, headers={"If-Match": f'"{first["version"]}"'})
    assert stale.status == 412
    for bad in ({"settings": {"rounding_step": 0}}, {"settings": {"x": 1}}, {"currency": "USD"}):
        assert owner.patch("/organization", json=bad).status == 400
    assert sign_in(api, "organizations.organization.view").patch("/organization", json={}).status == 403


def test_a_business_without_a_profile_has_one(api: Any, tenant: Any) -> None:
    """Before anything is written, the defaults are read and can be changed."""
    Organization.objects.all().delete()
    owner = sign_in(api, "organizations.*")
    assert owner.get("/organization").json["name"] == tenant.name
    assert owner.patch("/organization", json={"tax_id": "301234567"}).json["tax_id"] == "301234567"
    assert owner.get("/organization").json["tax_id"] == "301234567"

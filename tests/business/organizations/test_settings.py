"""Settings: typed, with defaults, versioned; what is set and what holds are told apart."""

from __future__ import annotations

from typing import Any

import pytest

from tests.business.organizations.people import sign_in


@pytest.fixture
def boss(api: Any) -> Any:
    """Somebody who may change the profile."""
    return sign_in(api, "organizations.*")


def test_what_was_never_set_has_its_default(boss: Any) -> None:
    shown = boss.get("/settings").json
    assert shown["set"] == []
    assert shown["values"] == shown["defaults"]
    assert shown["values"]["quote_validity_hours"] == 72
    assert shown["values"]["page_rule"] == "physical"


def test_a_setting_holds_until_null_takes_it_back(boss: Any) -> None:
    before = boss.get("/settings")
    changed = boss.patch(
        "/settings",
        json={"quote_validity_hours": 24, "loyalty_point_value": "1.50", "page_rule": "standard"},
        headers={"If-Match": before.headers["ETag"]},
    )
    assert changed.status == 200
    assert changed.json["set"] == ["loyalty_point_value", "page_rule", "quote_validity_hours"]
    assert changed.json["values"] == {
        **before.json["defaults"],
        "quote_validity_hours": 24,
        "loyalty_point_value": "1.50",
        "page_rule": "standard",
    }
    assert changed.json["version"] == before.json["version"] + 1
    # The profile shows the same settings, and what is set there is set here.
    assert boss.get("/organization").json["settings"] == changed.json["values"]
    assert boss.patch("/organization", json={"settings": {"rounding_step": 100}}).status == 200
    back = boss.patch("/settings", json={"quote_validity_hours": None, "page_rule": None})
    assert back.json["set"] == ["loyalty_point_value", "rounding_step"]
    assert back.json["values"]["quote_validity_hours"] == 72
    # A second time changes nothing, nor does it make a version.
    assert boss.patch("/settings", json={"page_rule": None}).json["version"] == back.json["version"]


@pytest.mark.parametrize(
    ("body", "pointer", "status"),
    [
        ({"quote_validity_hours": 0}, "/quote_validity_hours", 400),
        ({"quote_validity_hours": "72"}, "/quote_validity_hours", 400),
        ({"page_rule": "by_eye"}, "/page_rule", 400),
        # A number as text fits the schema, which cannot say how large it may be.
        ({"loyalty_point_value": "-1"}, "/loyalty_point_value", 409),
        ({"colour": "red"}, "/colour", 400),
    ],
)
def test_what_does_not_fit_is_refused_by_name(
    boss: Any, body: dict[str, Any], pointer: str, status: int
) -> None:
    before = boss.get("/settings").json
    refused = boss.patch("/settings", json=body)
    assert refused.status == status
    assert [problem["pointer"] for problem in refused.json["errors"]] == [pointer]
    assert boss.get("/settings").json == before


def test_an_old_version_changes_nothing(boss: Any) -> None:
    old = boss.get("/settings").headers["ETag"]
    assert boss.patch("/settings", json={"rounding_step": 100}).status == 200
    late = boss.patch("/settings", json={"rounding_step": 500}, headers={"If-Match": old})
    assert late.status == 412
    assert boss.get("/settings").json["values"]["rounding_step"] == 100


def test_to_see_is_not_to_change(api: Any) -> None:
    viewer = sign_in(api, "organizations.organization.view")
    before = viewer.get("/settings").json
    refused = viewer.patch("/settings", json={"rounding_step": 100})
    assert (refused.status, refused.code) == (403, "permission_denied")
    assert viewer.get("/settings").json == before

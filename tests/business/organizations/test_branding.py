"""How a business looks, whether that can be read, and what the law asks it to say of itself."""

from __future__ import annotations

from typing import Any

import pytest

from backend.business.organizations import branding
from tests.business.organizations.people import sign_in


@pytest.fixture
def boss(api: Any) -> Any:
    """Somebody who may change the profile."""
    return sign_in(api, "organizations.*")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", "21.00"),
        ("#ffffff", "#ffffff", "1.00"),
        # The greys next to the border of level AA on white, and other figures of W3C's own examples.
        ("#767676", "#ffffff", "4.54"),
        ("#777777", "#ffffff", "4.48"),
        ("#949494", "#ffffff", "3.03"),
        ("#0000ff", "#ffffff", "8.59"),
        ("#ff0000", "#ffffff", "4.00"),
        ("#00ff00", "#000000", "15.30"),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: str) -> None:
    assert f"{branding.contrast_ratio(one, other):.2f}" == ratio
    assert branding.contrast_ratio(one, other) == branding.contrast_ratio(other, one)


def test_the_defaults_can_be_read() -> None:
    low = [one for one in branding.contrasts(branding.whole({})["colours"]) if not one.passes]
    assert low == []
    assert len(list(branding.contrasts(branding.whole({})["colours"]))) == 2 * len(branding.PAIRS)


def test_anybody_sees_it_and_may_keep_it(api: Any) -> None:
    shown = api.get("/branding")
    assert shown.status == 200
    assert shown.headers["Cache-Control"] == "public, max-age=300"
    assert shown.json["colours"]["light"] == branding.DEFAULT_COLOURS["light"]
    assert shown.json["logo"] == {"light": None, "dark": None}
    again = api.get("/branding", headers={"If-None-Match": shown.headers["ETag"]})
    assert (again.status, again.body) == (304, b"")


def test_a_change_is_merged_and_a_null_leads_back(api: Any, boss: Any) -> None:
    old = api.get("/branding").headers["ETag"]
    changed = boss.patch(
        "/branding",
        json={
            "colours": {"light": {"primary": "#7a1fa2"}, "dark": {"primary": "#ce93d8"}},
            "fonts": {"heading": "Vazirmatn"},
            "radius": 0,
            "logo": {"light": "https://cdn.example/logo.png"},
        },
    )
    assert changed.status == 200, changed
    body = api.get("/branding", headers={"If-None-Match": old}).json
    assert body["colours"]["light"] == {**branding.DEFAULT_COLOURS["light"], "primary": "#7a1fa2"}
    assert body["colours"]["dark"]["primary"] == "#ce93d8"
    assert (body["fonts"]["heading"], body["fonts"]["body"], body["radius"]) == ("Vazirmatn", "system-ui", 0)
    assert body["logo"] == {"light": "https://cdn.example/logo.png", "dark": None}
    back = boss.patch(
        "/branding", json={"colours": {"light": {"primary": None}}, "logo": {"light": None}}
    ).json
    assert back["colours"]["light"] == branding.DEFAULT_COLOURS["light"]
    assert back["colours"]["dark"]["primary"] == "#ce93d8"
    assert back["logo"]["light"] is None


def test_text_that_cannot_be_read_is_refused_with_its_ratio(api: Any, boss: Any) -> None:
    refused = boss.patch(
        "/branding", json={"colours": {"light": {"text_muted": "#aaaaaa"}, "dark": {"on_primary": "#ffffff"}}}
    )
    assert (refused.status, refused.code) == (409, "branding_contrast_low")
    found = {line["pointer"]: line["detail"] for line in refused.json["errors"]}
    assert set(found) == {"/colours/light/text_muted", "/colours/dark/on_primary"}
    assert "2.32" in refused.json["detail"]  # #aaaaaa on white.
    assert api.get("/branding").json["colours"]["light"]["text_muted"] == "#5b6270"
    # What was set before counts too: a ground is changed under its text.
    assert boss.patch("/branding", json={"colours": {"light": {"text": "#333333"}}}).status == 200
    assert (
        boss.patch("/branding", json={"colours": {"light": {"background": "#222222"}}}).code
        == "branding_contrast_low"
    )


def test_a_shape_that_is_hard_to_see_is_a_warning(boss: Any) -> None:
    assert boss.get("/branding/contrast").json["passes"] is True
    assert boss.patch("/branding", json={"colours": {"light": {"border": "#dddddd"}}}).status == 200
    report = boss.get("/branding/contrast").json
    assert report["passes"] is False
    (low,) = [pair for pair in report["pairs"] if not pair["passes"]]
    assert low == {
        "theme": "light",
        "foreground": "border",
        "background": "background",
        "ratio": "1.36",
        "required": "3.00",
        "passes": False,
    }


@pytest.mark.parametrize(
    "body",
    [
        {"colours": {"light": {"primary": "red"}}},
        {"colours": {"light": {"primary": "#FFF"}}},
        {"colours": {"light": {"primary": "#12345g"}}},
        {"colours": {"sepia": {"primary": "#123456"}}},
        {"colours": {"light": {"glow": "#123456"}}},
        {"fonts": {"body": "x; } body { display: none"}},
        {"radius": 33},
    ],
)
def test_bad_input(boss: Any, body: dict[str, Any]) -> None:
    before = boss.get("/branding").json
    reply = boss.patch("/branding", json=body)
    assert (reply.status, reply.code) == (400, "request_invalid"), reply
    assert boss.get("/branding").json == before


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"logo": {"light": "javascript:alert(1)"}}, "/logo/light"),
        ({"favicon": "data:text/html,x"}, "/favicon"),
    ],
)
def test_an_address_that_is_none(boss: Any, body: dict[str, Any], pointer: str) -> None:
    before = boss.get("/branding").json
    reply = boss.patch("/branding", json=body)
    assert (reply.status, reply.code) == (409, "values_refused"), reply
    assert [(one["pointer"], one["code"]) for one in reply.json["errors"]] == [(pointer, "url_invalid")]
    assert boss.get("/branding").json == before


def test_rights_and_lost_updates(api: Any, boss: Any) -> None:
    assert api.patch("/branding", json={"radius": 1}).status == 401
    assert (
        sign_in(api, "organizations.organization.view").patch("/branding", json={"radius": 1}).status == 403
    )
    assert boss.patch("/branding", json={"radius": 1}).status == 200
    version = api.get("/branding").json["version"]
    assert boss.patch("/branding", json={"radius": 2}, headers={"If-Match": f'"{version}"'}).status == 200
    assert boss.patch("/branding", json={"radius": 3}, headers={"If-Match": f'"{version}"'}).status == 412


def test_legal_details(boss: Any) -> None:
    legal = {
        "form": "MChJ",
        "registration_number": "1234567",
        "registered_on": "2015-04-02",
        "director": "Ulugʻbek Mirzo",
        "address": "Registon koʻchasi 1, Samarqand",
        "bank_code": "00873",
        "bank_account": "2020 8000 1234 5678 9001",
    }
    shown = boss.patch("/organization", json={"tax_id": "301234567", "legal": legal})
    assert shown.status == 200, shown
    assert shown.json["legal"] == {**legal, "vat_id": None, "bank_name": None, "licence": None}
    less = boss.patch("/organization", json={"legal": {"director": None, "vat_id": "99"}}).json["legal"]
    assert (less["director"], less["vat_id"], less["form"]) == (None, "99", "MChJ")
    for bad in ({"bank_code": "a b"}, {"registered_on": "2015-13-01"}, {"seal": "x"}):
        assert boss.patch("/organization", json={"legal": bad}).status == 400, bad

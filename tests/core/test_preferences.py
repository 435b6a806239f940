"""Locale metadata: directions, digits, minor units and the toman."""

from __future__ import annotations

from typing import Any


def test_persian_is_right_to_left_with_its_own_digits(api: Any) -> None:
    reply = api.get("/locales")
    assert reply.status == 200
    found = {row["language"]: row for row in reply.json["data"]}
    assert set(found) == {"en", "ru", "uz", "fa", "uk"}
    assert {name for name, row in found.items() if row["dir"] == "rtl"} == {"fa"}
    assert found["fa"]["digits"] == "۰۱۲۳۴۵۶۷۸۹"
    assert (found["fa"]["first_weekday"], found["uk"]["first_weekday"]) == ("saturday", "monday")


def test_currencies_have_their_minor_units_and_the_toman(api: Any) -> None:
    reply = api.get("/currencies", headers={"Accept-Language": "fa"})
    found = {row["code"]: row for row in reply.json["data"]}
    assert {code: found[code]["exponent"] for code in ("UZS", "IRR", "KWD", "JPY")} == {
        "UZS": 2, "IRR": 2, "KWD": 3, "JPY": 0,
    }  # fmt: skip
    toman = found["IRR"]["display_units"][0]
    assert (toman["factor"], toman["name"]) == (10, "تومان")

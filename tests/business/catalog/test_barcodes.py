"""Barcodes: check digits, one number in all its forms, and variants that a choice tells apart."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.business.catalog.barcodes import canonical, check_barcode, check_digit, forms, is_gtin
from backend.business.catalog.errors import BarcodeCheckDigit
from tests.business.organizations.people import Centre, sign_in

#: Numbers that GS1's own documents and the packs of well-known goods show.
REAL = ("96385074", "036000291452", "4006381333931", "5901234123457", "10012345678902", "9780306406157")


@pytest.fixture
def editor(api: Any, centre: Centre) -> Any:
    return sign_in(api, "catalog.*")


@pytest.mark.parametrize(
    "barcode", [*REAL, "SHOP-17", "12345", "1234567", "123456789012345", "A2345678", "0"]
)
def test_numbers_of_gs1_and_of_ones_own_are_taken(barcode: str) -> None:
    check_barcode(barcode)


@given(st.sampled_from(REAL), st.integers(0, 13), st.integers(1, 9))
def test_one_mistyped_digit_is_always_found(barcode: str, place: int, step: int) -> None:
    """Whichever digit it is, the last one too."""
    place %= len(barcode)
    wrong = barcode[:place] + str((int(barcode[place]) + step) % 10) + barcode[place + 1 :]
    with pytest.raises(BarcodeCheckDigit):
        check_barcode(wrong)


@given(
    st.sampled_from((7, 11, 12, 13)).flatmap(lambda size: st.text("0123456789", min_size=size, max_size=size))
)
def test_every_form_of_a_number_is_the_same_number(digits: str) -> None:
    barcode = digits + check_digit(digits)
    written = forms(barcode)
    assert barcode in written
    assert {canonical(one) for one in written} == {canonical(barcode)}
    for one in written:
        assert is_gtin(one)
        check_barcode(one)
        assert forms(one) == written


def test_a_mistyped_barcode_is_refused_and_tells_the_digit(editor: Any, centre: Centre) -> None:
    body = {"sku": "A", "name": {"en": "A"}}
    wrong = editor.post("/products", json={**body, "barcode": "4006381333932"})
    assert (wrong.status, wrong.code) == (409, "barcode_check_digit")
    assert wrong.json["errors"][0]["pointer"] == "/barcode"
    assert "1" in wrong.json["detail"]
    variant = f"/variants/{centre.variant('FOLDER-RED')}"
    assert editor.patch(variant, json={"barcode": "96385075"}).code == "barcode_check_digit"
    assert editor.post("/products", json={**body, "barcode": "SHOP-17"}).status == 201


def test_a_upc_is_its_ean(editor: Any, centre: Centre) -> None:
    """One number, whether the scanner writes its leading zero or not: for taking it and for finding it."""
    made = editor.post("/products", json={"sku": "A", "name": {"en": "A"}, "barcode": "036000291452"})
    assert made.status == 201
    variant = f"/variants/{centre.variant('FOLDER-RED')}"
    for same in ("036000291452", "0036000291452", "00036000291452"):
        assert editor.patch(variant, json={"barcode": same}).code == "barcode_taken"
        found = editor.get("/products", query={"barcode": same}).json["data"]
        assert [one["sku"] for one in found] == ["A"]
    assert editor.get("/products", query={"barcode": "36000291452"}).json["data"] == []
    own = editor.patch(f"/products/{made.json['id']}", json={"barcode": "0036000291452"})
    assert (own.status, own.json["barcode"]) == (200, "0036000291452")


def test_a_choice_leads_to_one_variant(editor: Any, centre: Centre) -> None:
    """Of those that are on offer; what is switched off stands in nobody's way until it comes back."""
    product, red = centre.product("FOLDER"), f"/variants/{centre.variant('FOLDER-RED')}"
    body = {"product": product, "sku": "RED-2", "options": {"colour": "red"}}
    taken = editor.post("/variants", json=body)
    assert (taken.status, taken.code) == (409, "variant_options_taken")
    assert taken.json["errors"][0]["pointer"] == "/options"
    assert editor.post("/variants", json={**body, "active": False}).status == 201
    blue = editor.post("/variants", json={**body, "sku": "BLUE", "options": {"colour": "blue"}}).json["id"]
    assert (
        editor.patch(f"/variants/{blue}", json={"options": {"colour": "red"}}).code == "variant_options_taken"
    )
    assert editor.patch(red, json={"active": False}).status == 200
    assert editor.patch(f"/variants/{blue}", json={"options": {"colour": "red"}}).status == 200
    assert editor.patch(red, json={"active": True}).code == "variant_options_taken"
    for sku in ("ANY-1", "ANY-2"):
        assert editor.post("/variants", json={**body, "sku": sku, "options": {}}).status == 201

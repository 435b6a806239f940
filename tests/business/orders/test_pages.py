"""A customer pays for as many pages as its files have, wherever in the request it names them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from backend.business.catalog.models import Service
from backend.business.pricing import facade as pricing
from backend.business.pricing.types import Component, PriceRuleSpec
from backend.core.accounts import facade as accounts
from backend.kernel.ids import decode, encode
from backend.kernel.tenancy import tenant_context
from tests.business.payments.shop import Shop, refused
from tests.support import documents
from tests.support.client import Api


@pytest.fixture(autouse=True)
def storage(settings: Any, tmp_path: Path) -> None:
    """A storage of this test's own."""
    settings.MEDIA_ROOT = tmp_path
    settings.FILES = {"office": ""}


@pytest.fixture
def customer(shop: Shop) -> str:
    return shop.customer()


@pytest.fixture
def portal(shop: Shop, customer: str) -> Api:
    return shop.portal(customer)


def upload(client: Api, pages: int) -> str:
    file = SimpleUploadedFile("a.pdf", documents.pdf(pages), "application/pdf")
    reply = client.post("/files", data={"file": file})
    assert reply.status == 201, reply
    found: str = reply.json["id"]
    return found


def translation(shop: Shop, **more: Any) -> dict[str, Any]:
    return {"service": shop.services["translation"], "source": "en", "target": "uz", **more}


def order(shop: Shop, *lines: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"branch": shop.branches["registon"], "lines": list(lines), **more}


def test_a_long_document_is_not_ordered_as_a_short_one(shop: Shop, portal: Api) -> None:
    """Neither beside the lines, nor through a quote, nor for one of two lines; nothing is placed."""
    document = upload(portal, 5)
    body = order(shop, translation(shop, pages=1), files=[document])
    with shop.nothing_changes():
        refused(shop.post("/orders", body, by=portal), 409, "invalid", "/lines/0/pages")
        both = order(shop, translation(shop, pages=5), translation(shop, pages=4), files=[document])
        reply = shop.post("/orders", both, by=portal)
        assert [one["code"] for one in reply.json["errors"]] == ["pages_mismatch"]
        refused(reply, 409, "invalid", "/lines/1/pages")
    estimate = shop.done("/quotes", order(shop, translation(shop, pages=1)), by=portal)
    with shop.nothing_changes():
        reply = shop.post("/orders", {"quote": estimate["id"], "files": [document]}, by=portal)
        refused(reply, 409, "invalid", "/files")
    # The refusal has neither joined the file nor used the quote.
    placed = shop.done("/orders", order(shop, translation(shop, pages=5), files=[document]), by=portal)
    assert placed["lines"][0]["details"]["pages"] == 5
    shop.done("/orders", {"quote": estimate["id"]}, by=portal)


def test_files_of_lines_and_lines_without_pages_leave_others_free(shop: Shop, portal: Api) -> None:
    """A passport beside the document that is translated, or to be notarized, is no page of the translation."""
    document, passport = upload(portal, 3), upload(portal, 4)
    body = order(shop, translation(shop, files=[document]), files=[passport])
    placed = shop.done("/orders", body, by=portal)
    assert placed["lines"][0]["details"]["pages"] == 3
    notary = order(shop, {"service": shop.services["notarization"]}, files=[upload(portal, 9)])
    shop.done("/orders", notary, by=portal)


def test_the_staff_judge_pages_for_themselves(shop: Shop, customer: str) -> None:
    document = upload(shop.clerk, 5)
    body = order(shop, translation(shop, pages=2), files=[document], customer=customer)
    assert shop.done("/orders", body, by=shop.clerk)["lines"][0]["details"]["pages"] == 2


def test_pages_that_are_to_be_written_are_in_no_file(shop: Shop, portal: Api) -> None:
    """The brief of an essay may be longer than the essay."""
    with tenant_context(shop.info):
        essay = Service.objects.create(
            code="essay", kind="writing", names={"en": "Essay"}, unit="page", workflow="translation"
        )
        pricing.seed_price_rules(
            [
                PriceRuleSpec(
                    component=Component.BASE,
                    service="essay",
                    formula={"bands": [{"from_unit": 1, "amount": "50000.00"}]},
                )
            ]
        )
    line = {"service": encode("svc", essay.pk), "pages": 2}
    placed = shop.done("/orders", order(shop, line, files=[upload(portal, 6)]), by=portal)
    assert placed["lines"][0]["details"]["pages"] == 2


def test_nor_does_a_document_grow_afterwards(shop: Shop, customer: str, portal: Api) -> None:
    """What a customer with the right to change its order adds is counted with what it sent before."""
    with tenant_context(shop.info):
        user = decode("usr", portal.get("/me").json["id"])
        accounts.create_role(
            principal=None, code="orderer", names={"en": "Orderer"}, permissions=["orders.order.update"]
        )
        accounts.assign_role(
            principal=None,
            user_id=user,
            role="orderer",
            scope="customer",
            customer_id=decode("cus", customer),
        )
    placed = shop.done("/orders", order(shop, translation(shop, pages=3)), by=portal)
    address = f"/orders/{placed['id']}/files"
    shop.done(address, {"files": [upload(portal, 2)]}, by=portal)
    more = upload(portal, 2)
    with shop.nothing_changes():
        refused(shop.post(address, {"files": [more]}, by=portal), 409, "invalid", "/files")
    assert len(shop.done(address, {"files": [upload(portal, 1)]}, by=portal)["files"]) == 2
    # What the staff made of the order is no page to translate, and the staff add what they like.
    shop.done(address, {"files": [upload(shop.owner, 9)]})

"""Pages from real files: counted from the content, by the business's rule, within what the caller sees."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.business.organizations.people import Centre, sign_in
from tests.support import documents

RIGHTS = ("pricing.quote.*", "files.file.*", "customers.customer.view")


@pytest.fixture(autouse=True)
def storage(settings: Any, tmp_path: Path) -> None:
    """A storage of this test's own."""
    settings.MEDIA_ROOT = tmp_path
    settings.FILES = {"office": ""}


def upload(client: Any, pages: int = 3, text: str = documents.CERTIFICATE) -> str:
    file = SimpleUploadedFile("a.pdf", documents.pdf(pages, text), "application/pdf")
    reply = client.post("/files", data={"file": file})
    assert reply.status == 201, reply
    found: str = reply.json["id"]
    return found


def ask(client: Any, centre: Centre, *files: str, **line: Any) -> Any:
    body = {**centre.translation(), "files": list(files), **line}
    if "pages" not in line:
        del body["pages"]
    return client.post("/quotes", json={"lines": [body]})


def test_pages_are_counted_from_the_files(api: Any, centre: Centre) -> None:
    """Three pages and two make five: one first page and four further ones."""
    clerk = sign_in(api, *RIGHTS)
    quote = ask(clerk, centre, upload(clerk, 3), upload(clerk, 2))
    assert quote.status == 201, quote
    assert quote.json["lines"][0]["pages"] == 5
    assert quote.json["subtotal"]["amount"] == "170000.00"


def test_standard_pages_are_measured_in_text(api: Any, centre: Centre) -> None:
    """A business that sells standard pages counts text; a scan without text counts its pages."""
    owner = sign_in(api, *RIGHTS, "organizations.*")
    settings = {"page_rule": "standard", "standard_page_unit": "characters", "standard_page_size": 1800}
    assert owner.patch("/organization", json={"settings": settings}).status == 200
    # Three short pages of about 400 characters are one standard page.
    assert ask(owner, centre, upload(owner, 3)).json["lines"][0]["pages"] == 1
    assert ask(owner, centre, upload(owner, 3, "")).json["lines"][0]["pages"] == 3
    # A smaller page of its own makes more pages of what is uploaded from then on.
    assert owner.patch("/organization", json={"settings": {"standard_page_size": 200}}).status == 200
    assert ask(owner, centre, upload(owner, 3)).json["lines"][0]["pages"] > 4


def test_staff_may_judge_otherwise_and_a_customer_may_not(api: Any, centre: Centre) -> None:
    """A customer does not make its document shorter."""
    clerk = sign_in(api, *RIGHTS)
    assert ask(clerk, centre, upload(clerk), pages=2).json["lines"][0]["pages"] == 2
    customer = centre.customer()
    portal = sign_in(api, *RIGHTS, customer=customer.pk, kind="customer")
    mine = upload(portal)
    assert ask(portal, centre, mine).json["lines"][0]["pages"] == 3
    assert ask(portal, centre, mine, pages=3).status == 201
    cheat = ask(portal, centre, mine, pages=1)
    assert (cheat.status, cheat.json["errors"][0]["code"]) == (409, "pages_mismatch")


def test_another_customers_file_is_not_there(api: Any, centre: Centre) -> None:
    """Nor does its page count become known; the same for a caller without a token."""
    clerk = sign_in(api, *RIGHTS)
    hidden = upload(clerk)
    customer = centre.customer()
    portal = sign_in(api, *RIGHTS, customer=customer.pk, kind="customer")
    for client in (portal, api):
        reply = ask(client, centre, hidden)
        assert (reply.status, reply.code) == (409, "reference_not_found")
        assert reply.json["errors"][0]["pointer"] == "/lines/0/files/0"

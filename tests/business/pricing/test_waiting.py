"""Quotes of files that are still being read: asked for at once, priced when the last page is counted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from backend.business.pricing import waiting
from backend.business.pricing.models import PriceRule, Quote
from backend.core.accounts.models import User
from backend.core.files.models import File
from backend.core.files.services import analyse_pending
from backend.kernel import clock, db
from backend.kernel.events import relay
from backend.kernel.ids import decode
from backend.kernel.models.events import Event
from tests.business.organizations.people import Centre, sign_in
from tests.support import documents

RIGHTS = ("pricing.quote.*", "files.file.*", "customers.customer.view")


@pytest.fixture(autouse=True)
def storage(settings: Any, tmp_path: Path) -> None:
    """A storage of this test's own; what is uploaded without waiting is read when the test says so."""
    settings.MEDIA_ROOT = tmp_path
    settings.FILES = {"office": ""}


@pytest.fixture
def portal(api: Any, centre: Centre) -> Any:
    return sign_in(api, *RIGHTS, customer=centre.customer().pk, kind="customer")


def upload(client: Any, pages: int = 3, *, content: bytes | None = None, wait: str = "false") -> str:
    body = documents.pdf(pages, documents.CERTIFICATE) if content is None else content
    file = SimpleUploadedFile("a.pdf", body, "application/pdf")
    reply = client.post("/files", data={"file": file}, query={"wait": wait})
    assert reply.status == 201, reply
    assert reply.json["state"] == ("analysing" if wait == "false" else "ready")
    found: str = reply.json["id"]
    return found


def read(*ids: str) -> None:
    """What a worker does, and the relay after it."""
    for one in ids:
        analyse_pending(file_id=decode("fil", one))
    relay.run()


def asked(centre: Centre, *files: str, **line: Any) -> dict[str, Any]:
    body = {**centre.translation(), "files": list(files), **line}
    if "pages" not in line:
        del body["pages"]
    return {"lines": [body], "channel": "telegram"}


def request(client: Any, body: dict[str, Any]) -> Any:
    reply = client.post("/quote-requests", json=body)
    assert reply.status == 202, reply
    return reply.json


def at(client: Any, row: Any) -> Any:
    return client.get(f"/quote-requests/{row['id']}").json


def told(row: Any) -> list[tuple[str, dict[str, Any]]]:
    events = Event.objects.filter(subject_id=decode("quo", row["id"])).order_by("seq")
    return [(event.type, event.payload) for event in events]


def test_the_price_comes_when_the_last_file_is_read(portal: Any, centre: Centre) -> None:
    one, two, known = upload(portal, 3), upload(portal, 2), upload(portal, 1, wait="true")
    row = request(portal, asked(centre, one, two, known))
    assert (row["state"], row["quote"], row["refusal"]) == ("waiting", None, None)
    assert sorted(row["files"]) == sorted([one, two, known])
    # Without a price it is no quote: it is not listed, not read and not ordered.
    assert portal.get(f"/quotes/{row['id']}").status == 404
    assert portal.get("/quotes").json["data"] == []
    read(one)
    assert (at(portal, row)["state"], told(row)) == ("waiting", [])
    read(two)
    done = at(portal, row)
    assert done["state"] == "ready"
    quote = portal.get(f"/quotes/{row['id']}").json
    assert done["quote"] == quote
    assert (quote["state"], quote["lines"][0]["pages"]) == ("open", 6)
    # The same as by asking now.
    assert portal.post("/quotes", json=asked(centre, one, two, known)).json["total"] == quote["total"]
    ((kind, payload),) = told(row)
    assert kind == "quote.ready"
    assert (payload["quote"], payload["pages"], payload["total"]) == (row["id"], 6, quote["total"])
    assert (payload["customer"], payload["channel"]) == (quote["customer"], "telegram")
    # Read again, corrected or not: it is settled.
    read(one, two)
    assert len(told(row)) == 1


def test_what_is_read_already_is_ready_in_the_answer(portal: Any, centre: Centre) -> None:
    row = request(portal, asked(centre, upload(portal, 2, wait="true")))
    assert (row["state"], row["quote"]["lines"][0]["pages"]) == ("ready", 2)
    assert [kind for kind, _ in told(row)] == ["quote.ready"]


def test_a_file_that_is_rejected_refuses_it_at_once(api: Any, portal: Any, centre: Centre) -> None:
    good, broken = upload(portal), upload(portal, content=documents.broken_pdf())
    row = request(portal, asked(centre, good, broken))
    read(broken)
    found = at(portal, row)
    assert (found["state"], found["quote"]) == ("refused", None)
    assert (found["refusal"]["code"], found["refusal"]["pointer"]) == ("pdf_broken", "/lines/0/files/1")
    assert found["refusal"]["detail"]
    ((kind, payload),) = told(row)
    assert (kind, payload["code"]) == ("quote.refused", "pdf_broken")
    read(good)
    assert (at(portal, row)["state"], len(told(row))) == ("refused", 1)
    assert portal.get("/quotes").json["data"] == []


def test_what_the_pages_show_is_refused_then(portal: Any, centre: Centre) -> None:
    """A customer who declares fewer pages than the file has; a rule that is gone meanwhile; a lapsed user."""
    cheat = request(portal, asked(centre, upload(portal, 3), pages=1))
    read(*cheat["files"])
    refusal = at(portal, cheat)["refusal"]
    assert (refusal["code"], refusal["pointer"]) == ("pages_mismatch", "/lines/0/pages")
    late = request(
        portal, {**asked(centre, upload(portal)), "due_at": (clock.now() + timedelta(days=9)).isoformat()}
    )
    later = clock.now() + timedelta(days=10)
    with clock.use(lambda: later):
        read(*late["files"])
    assert at(portal, late)["refusal"]["code"] == "due_in_past"
    gone = request(portal, asked(centre, upload(portal)))
    PriceRule.objects.update(effective_until=clock.now())
    read(*gone["files"])
    assert at(portal, gone)["refusal"]["code"] == "price_rule_missing"


def test_who_may_not_any_more_gets_no_price(api: Any, portal: Any, centre: Centre) -> None:
    row = request(portal, asked(centre, upload(portal)))
    maker = Quote.objects.get(pk=decode("quo", row["id"])).created_by_id
    User.objects.filter(pk=maker).update(status="suspended")
    read(*row["files"])
    assert [kind for kind, _ in told(row)] == ["quote.refused"]


def test_what_is_wrong_otherwise_is_refused_at_once(api: Any, portal: Any, centre: Centre) -> None:
    mine = upload(portal)
    clerk = sign_in(api, *RIGHTS)
    hidden = upload(clerk)
    for body, code, pointer in (
        (asked(centre, mine, hidden), "reference_not_found", "/lines/0/files/1"),
        (asked(centre, mine, source="tlh"), "language_unknown", "/lines/0/source"),
        ({**asked(centre, mine), "due_at": "2020-01-01T00:00:00Z"}, "due_in_past", "/due_at"),
    ):
        reply = portal.post("/quote-requests", json=body)
        assert reply.status == 409, body
        # Only what is wrong: that a file is still being read is no fault.
        assert [(one["code"], one["pointer"]) for one in reply.json["errors"]] == [(code, pointer)]
    File.objects.filter(pk=decode("fil", mine)).update(
        state="rejected", rejection={"code": "x", "params": {}}
    )
    reply = portal.post("/quote-requests", json=asked(centre, mine))
    assert (reply.status, reply.json["errors"][0]["code"]) == (409, "file_not_ready")
    assert api.post("/quote-requests", json=asked(centre)).status == 401
    assert sign_in(api, "pricing.quote.view").post("/quote-requests", json=asked(centre)).status == 403
    assert Quote.objects.filter(request__isnull=False).count() == 0


def test_another_customer_does_not_see_it(api: Any, portal: Any, centre: Centre) -> None:
    row = request(portal, asked(centre, upload(portal)))
    other = sign_in(api, *RIGHTS, customer=centre.customer().pk, kind="customer")
    assert other.get(f"/quote-requests/{row['id']}").status == 404
    # An order cannot be made of what has no price, whoever asks.
    clerk = sign_in(api, *RIGHTS, "orders.*")
    reply = clerk.post("/orders", json={"quote": row["id"]}, headers={"Idempotency-Key": row["id"]})
    assert (reply.status, reply.code) == (409, "reference_not_found")
    assert Quote.objects.get(pk=decode("quo", row["id"])).valid_until <= clock.now()


def test_a_file_read_beside_the_request_leaves_none_waiting(
    live_tenant: Any, live_api: Any, run_parallel: Callable[..., list[Any]]
) -> None:
    """Whichever comes first, the reading or the request: the price comes, once."""
    centre = Centre()
    clerk = sign_in(live_api, *RIGHTS)
    files = [upload(clerk) for _ in range(3)]
    rows: list[Any] = [None] * 3

    def both(index: int) -> None:
        if index % 2:
            analyse_pending(file_id=decode("fil", files[index // 2]))
        else:
            rows[index // 2] = request(clerk, asked(centre, files[index // 2]))

    run_parallel(both, 6)
    relay.run()
    assert [at(clerk, row)["state"] for row in rows] == ["ready"] * 3
    assert [[kind for kind, _ in told(row)] for row in rows] == [["quote.ready"]] * 3


def test_nobody_waits_for_a_cancelled_one(api: Any, portal: Any, centre: Centre) -> None:
    row = request(portal, asked(centre, upload(portal)))
    path = f"/quote-requests/{row['id']}/cancellation"
    assert "cancel" in at(portal, row)["allowed_actions"]
    other = sign_in(api, *RIGHTS, customer=centre.customer().pk, kind="customer")
    assert other.post(path).status == 404
    looking = sign_in(api, "pricing.quote.view")
    assert looking.post(path).status == 403
    assert "cancel" not in at(looking, row)["allowed_actions"]
    assert portal.post(path, headers={"If-Match": '"7"'}).status == 412
    reply = portal.post(path)
    assert (reply.status, reply.json["state"]) == (200, "cancelled")
    assert (reply.json["quote"], reply.json["refusal"]) == (None, None)
    ((kind, payload),) = told(row)
    assert (kind, payload) == (
        "quote.cancelled",
        {"quote": row["id"], "customer": row["customer"], "branch": None, "channel": "telegram"},
    )
    # Pages that are counted late make no quote of it.
    read(*row["files"])
    assert (at(portal, row)["state"], len(told(row))) == ("cancelled", 1)
    assert portal.get("/quotes").json["data"] == []
    again = portal.post(path)
    assert (again.status, again.code) == (409, "quote_request_settled")
    assert "cancel" not in at(portal, row)["allowed_actions"]
    ready = request(portal, asked(centre, upload(portal, wait="true")))
    refused = portal.post(f"/quote-requests/{ready['id']}/cancellation")
    assert (refused.status, refused.code) == (409, "quote_request_settled")
    assert portal.get(f"/quotes/{ready['id']}").json["state"] == "open"


def test_cancelled_or_ready_but_never_both(
    live_tenant: Any, live_api: Any, run_parallel: Callable[..., list[Any]]
) -> None:
    """The last page is counted while its request is cancelled, twice: one of the three settles it."""
    centre = Centre()
    clerk = sign_in(live_api, *RIGHTS)
    rows = [request(clerk, asked(centre, upload(clerk))) for _ in range(3)]
    for row in rows:
        analyse_pending(file_id=decode("fil", row["files"][0]))

    def settle(index: int) -> Any:
        row = rows[index // 3]
        if index % 3:
            return clerk.post(f"/quote-requests/{row['id']}/cancellation")
        with db.transaction():
            return waiting.price_waiting(file_id=decode("fil", row["files"][0]), rejection=None)

    answers = run_parallel(settle, 9)
    for index, row in enumerate(rows):
        priced, *cancelled = answers[3 * index : 3 * index + 3]
        good = [reply.status for reply in cancelled].count(200)
        assert (good, priced) in ((1, 0), (0, 1))
        assert {reply.code for reply in cancelled if reply.status != 200} <= {"quote_request_settled"}
        kind = "quote.cancelled" if good else "quote.ready"
        assert [one for one, _ in told(row)] == [kind]
        assert at(clerk, row)["state"] == kind.partition(".")[2]
        assert clerk.get(f"/quotes/{row['id']}").status == (404 if good else 200)
    # What the events of the counting do later changes nothing.
    relay.run()
    assert all(len(told(row)) == 1 for row in rows)

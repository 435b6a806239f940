"""A telephone number that a customer shares with the bot is proved by Telegram."""

from __future__ import annotations

from typing import Any

import pytest

from backend.business.customers.contacts import MAX_CONTACTS
from backend.business.customers.models import Customer
from backend.kernel.ids import decode
from tests.business.organizations.people import Centre, sign_in

PATH = "/customers/telegram-contacts"


@pytest.fixture
def bot(api: Any, centre: Centre) -> Any:
    return sign_in(api, "customers.telegram_session.create", kind="service")


def shared(number: int, phone: str = "+998901230001", **changes: Any) -> dict[str, Any]:
    return {"telegram_user_id": number, "contact_user_id": number, "phone": phone, **changes}


def known(bot: Any, number: int) -> Customer:
    body = {"telegram_user_id": number, "first_name": "Timur"}
    return Customer.objects.get(
        pk=decode("cus", bot.post("/customers/telegram-sessions", json=body).json["customer"])
    )


def phones(row: Customer) -> list[tuple[str, bool]]:
    row.refresh_from_db()
    return [(one["value"], one["verified"]) for one in row.contacts if one["kind"] == "phone"]


def test_ones_own_number_is_verified_once(api: Any, bot: Any, event_types: Any) -> None:
    row = known(bot, 9101)
    reply = bot.post(PATH, json=shared(9101, "+998 90 123-00-01"))
    assert reply.status == 200, reply
    assert reply.json == {"kind": "phone", "value": "+998901230001", "verified": True}
    assert phones(row) == [("+998901230001", True)]
    assert event_types("customer.")[-1] == "customer.updated"
    version, told = row.version, len(event_types("customer."))
    assert bot.post(PATH, json=shared(9101)).json == reply.json
    row.refresh_from_db()
    assert (row.version, len(event_types("customer."))) == (version, told)
    # Staff find the customer by it, and keep it verified by writing it again.
    clerk = sign_in(api, "customers.customer.*")
    assert [one["id"] for one in clerk.get("/customers", query={"q": "1230001"}).json["data"]]
    listed = clerk.get("/customers", query={"q": "1230001"}).json["data"][0]
    again = [{"kind": one["kind"], "value": one["value"]} for one in listed["contacts"]]
    clerk.patch(f"/customers/{listed['id']}", json={"contacts": again})
    assert phones(row) == [("+998901230001", True)]


def test_a_number_that_was_only_said_becomes_proved_in_its_place(api: Any, bot: Any) -> None:
    row = known(bot, 9102)
    row.contacts = [{"kind": "phone", "value": "+998901230002", "verified": False}, *row.contacts]
    row.contact_keys = [f"{one['kind']}:{one['value']}" for one in row.contacts]
    row.save()
    # Somebody else said it too: a word stands in nobody's way.
    clerk = sign_in(api, "customers.customer.*")
    other = {"name": "Other", "contacts": [{"kind": "phone", "value": "+998901230002"}], "force": True}
    assert clerk.post("/customers", json=other).status == 201
    assert bot.post(PATH, json=shared(9102, "+998901230002")).status == 200
    assert phones(row) == [("+998901230002", True)]
    assert len(row.contacts) == 2
    # From now on nobody else is given it.
    assert clerk.post("/customers", json=other).code == "customer_contact_taken"


def test_what_proves_nothing_changes_nothing(api: Any, bot: Any) -> None:
    row, other = known(bot, 9103), known(bot, 9104)
    assert bot.post(PATH, json=shared(9104, "+998901230004")).status == 200
    for body, status, code in (
        (shared(9103, contact_user_id=9104), 409, "telegram_contact_not_own"),
        (shared(9103, "+998901230004"), 409, "customer_contact_taken"),
        (shared(9199), 409, "reference_not_found"),
        (shared(9103, "901230003"), 409, "values_refused"),
        (shared(9103, "+"), 400, "request_invalid"),
        (shared(9103, "not a number"), 409, "values_refused"),
        ({"telegram_user_id": 9103, "phone": "+998901230003"}, 400, "request_invalid"),
        (shared(9103, contact_user_id=None), 400, "request_invalid"),
    ):
        reply = bot.post(PATH, json=body)
        assert (reply.status, reply.code) == (status, code), body
    assert "cus_" not in str(bot.post(PATH, json=shared(9103, "+998901230004")).json), (
        "whose it is, is not told"
    )
    assert sign_in(api, "customers.customer.*").post(PATH, json=shared(9103)).status == 403
    Customer.objects.filter(pk=row.pk).update(active=False)
    assert bot.post(PATH, json=shared(9103)).code == "customer_inactive"
    assert (phones(row), phones(other)) == ([], [("+998901230004", True)])


def test_there_is_room_for_so_many(bot: Any) -> None:
    row = known(bot, 9105)
    row.contacts = [{"kind": "email", "value": f"a{n}@b.uz", "verified": False} for n in range(MAX_CONTACTS)]
    row.save()
    assert bot.post(PATH, json=shared(9105)).code == "customer_contacts_full"
    assert phones(row) == []


def test_of_two_at_once_one_proves_a_number(live_tenant: Any, live_api: Any, run_parallel: Any) -> None:
    Centre()
    bot = sign_in(live_api, "customers.telegram_session.create", kind="service")
    rows = [known(bot, 9106 + index) for index in range(4)]
    replies = run_parallel(lambda index: bot.post(PATH, json=shared(9106 + index, "+998901230006")), 4)
    assert sorted(reply.status for reply in replies) == [200, 409, 409, 409]
    assert {reply.code for reply in replies if reply.status == 409} == {"customer_contact_taken"}
    assert sum(phones(row) == [("+998901230006", True)] for row in rows) == 1

"""Customers: contacts in one form, duplicates, scopes, search, and who may change what."""

from __future__ import annotations

import contextlib
import itertools
from typing import Any

import pytest
from django.db import connection

from backend.business.customers import facade as customers
from backend.business.customers import permissions as p
from backend.business.customers import selectors
from backend.business.customers.models import Customer
from backend.business.customers.types import CustomerSpec
from backend.core.accounts import facade as accounts
from backend.core.accounts.models import Session, User
from backend.core.accounts.types import Grant, RoleSpec
from backend.kernel import tenancy
from backend.kernel.errors import ReferenceNotFound
from backend.kernel.ids import decode, encode, new_id
from backend.kernel.permissions import Principal, Scope
from tests.business.organizations.people import Centre, principal, sign_in


@pytest.fixture
def clerk(api: Any, centre: Centre) -> Any:
    return sign_in(api, "customers.customer.*")


def phone(value: str = "+998901234567") -> dict[str, str]:
    return {"kind": "phone", "value": value}


def test_a_customer_with_contacts(clerk: Any, centre: Centre, event_types: Any) -> None:
    """Numbers of the country, Persian digits, capital letters: one form each, each once."""
    reply = clerk.post(
        "/customers",
        json={
            "name": "Timur Rahimov",
            "contacts": [
                phone("90 123 45 67"),
                phone("+998 (90) 123-45-67"),
                phone("+۹۸۹۱۲۳۴۵۶۷۸۹"),
                {"kind": "email", "value": "Timur@Example.COM"},
                {"kind": "telegram", "value": "@Timur_R"},
            ],
            "tags": ["vip", "diaspora", "vip"],
            "branch": centre.branch("SAM"),
            "metadata": {"crm": "17"},
        },
    )
    assert reply.status == 201, reply
    customer = reply.json
    assert [(one["kind"], one["value"], one["verified"]) for one in customer["contacts"]] == [
        ("phone", "+998901234567", False),
        ("phone", "+989123456789", False),
        ("email", "timur@example.com", False),
        ("telegram", "timur_r", False),
    ]
    assert customer["class_code"] == "retail"
    assert customer["kind"] == "individual"
    assert customer["tags"] == ["diaspora", "vip"]
    assert clerk.get(f"/customers/{customer['id']}").json == customer
    assert event_types("customer.") == ["customer.created"]


def test_names_are_kept_in_one_unicode_form(clerk: Any) -> None:
    """`é` typed as two code points is the same name as typed as one."""
    reply = clerk.post("/customers", json={"name": "Rene\u0301e"})
    assert reply.json["name"] == "Ren\u00e9e"


@pytest.mark.parametrize(
    "contact",
    [
        phone("12"),
        phone("not a number"),
        {"kind": "email", "value": "nobody"},
        {"kind": "email", "value": "a@b@c.d"},
        {"kind": "telegram", "value": "no spaces here"},
        {"kind": "telegram", "value": "@x"},
    ],
)
def test_a_contact_that_is_none_is_named(clerk: Any, contact: dict[str, str]) -> None:
    """409 with a pointer, and no customer is made."""
    reply = clerk.post("/customers", json={"name": "A", "contacts": [phone(), contact]})
    assert (reply.status, reply.code) == (409, "invalid")
    assert reply.json["errors"][0]["pointer"] == "/contacts/1/value"
    assert clerk.get("/customers").json["data"] == []


def test_a_duplicate_is_found_and_may_be_forced(clerk: Any) -> None:
    """By any contact, in any writing; the refusal names the customer that is there."""
    first = clerk.post("/customers", json={"name": "Timur", "contacts": [phone()]}).json
    again = {"name": "T. Rahimov", "contacts": [phone("(90) 123 45 67")]}
    refused = clerk.post("/customers", json=again)
    assert (refused.status, refused.code) == (409, "customer_duplicate")
    assert first["id"] in refused.json["detail"]
    assert clerk.post("/customers", json={**again, "force": True}).status == 201
    other = clerk.post("/customers", json={"name": "Olga"}).json
    late = clerk.patch(f"/customers/{other['id']}", json={"contacts": [phone()]})
    assert late.code == "customer_duplicate"
    # One's own contacts are no duplicates.
    assert (
        clerk.patch(f"/customers/{first['id']}", json={"contacts": [phone()], "name": "Timur R."}).status
        == 200
    )


def test_a_verified_contact_is_not_given_twice(api: Any, clerk: Any, centre: Centre) -> None:
    """Not even by force."""
    bot = sign_in(api, "customers.telegram_session.create")
    assert (
        bot.post(
            "/customers/telegram-sessions", json={"telegram_user_id": 4242, "first_name": "Timur"}
        ).status
        == 201
    )
    forced = clerk.post(
        "/customers",
        json={"name": "T", "contacts": [{"kind": "telegram", "value": "4242"}], "force": True},
    )
    assert forced.code == "customer_contact_taken"


def test_only_a_walk_in_has_no_name(clerk: Any) -> None:
    """An anonymous customer can be named and become a person later."""
    assert clerk.post("/customers", json={}).json["errors"][0]["code"] == "name_missing"
    assert clerk.post("/customers", json={"kind": "agency", "name": "  "}).code == "invalid"
    walk_in = clerk.post("/customers", json={"kind": "walk_in"})
    assert (walk_in.status, walk_in.json["name"]) == (201, "")
    path = f"/customers/{walk_in.json['id']}"
    assert clerk.patch(path, json={"kind": "individual"}).code == "invalid"
    assert clerk.patch(path, json={"kind": "individual", "name": "Olga"}).json["version"] == 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("timur", True),
        ("RAHIM", True),
        ("rahimov timur", True),
        ("4567", True),
        ("901234567", True),
        ("+998 90", True),
        ("timur@exam", True),
        ("example.com", True),
        ("Sogʻdiyona", True),
        ("sog'diyona", True),
        ("imur", False),
        ("rahimov olga", False),
        ("' | '':* & \\", True),
        ("%", True),
    ],
)
def test_search_by_the_beginnings_of_words(clerk: Any, text: str, found: bool) -> None:
    """Names, numbers, addresses; signs alone look for nothing."""
    clerk.post(
        "/customers",
        json={
            "name": "Timur Rahimov",
            "legal_name": "Sog\u2019diyona Travel",
            "contacts": [phone(), {"kind": "email", "value": "timur@example.com"}],
        },
    )
    reply = clerk.get("/customers", query={"q": text})
    assert reply.status == 200, reply
    assert bool(reply.json["data"]) is found


def test_search_follows_changes(clerk: Any) -> None:
    """The old name is not found any more."""
    one = clerk.post("/customers", json={"name": "Timur"}).json
    clerk.patch(f"/customers/{one['id']}", json={"name": "Темур"})
    assert clerk.get("/customers", query={"q": "timur"}).json["data"] == []
    assert len(clerk.get("/customers", query={"q": "ТЕМ"}).json["data"]) == 1


def test_search_uses_the_index(clerk: Any, queries: Any) -> None:
    """Among many customers the GIN index answers the very expression that a search sends."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO customers_customer (id, version, created_at, updated_at, kind, class_code, name, language,"
            " contacts, contact_keys, tags, metadata, active, search)"
            " SELECT gen_random_uuid(), 1, now(), now(), 'individual', 'retail', 'x', 'en', '[]', '{}', '{}', '{}',"
            " true, array_to_tsvector(ARRAY['word' || n]) FROM generate_series(1, 20000) AS n"
        )
    with queries() as seen:
        assert clerk.get("/customers", query={"q": "timur"}).json["data"] == []
    where = next(one for one in seen if "@@" in one).partition(" WHERE ")[2].partition(" ORDER BY ")[0]
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN SELECT id FROM customers_customer WHERE {where}", ["'timur':*"])
        plan = "\n".join(row[0] for row in cursor.fetchall())
    assert "customers_customer_search" in plan, plan


def test_lists_are_filtered(clerk: Any, centre: Centre) -> None:
    """By kind, class, tags, branch and state."""
    clerk.post("/customers", json={"name": "A", "kind": "agency", "class_code": "agency", "tags": ["x", "y"]})
    clerk.post("/customers", json={"name": "B", "tags": ["x"], "branch": centre.branch("SAM")})
    for query, names in (
        ({"kind": "agency"}, ["A"]),
        ({"class_code": "agency"}, ["A"]),
        ({"tags": "x,y"}, ["A"]),
        ({"tags": "x"}, ["A", "B"]),
        ({"branch": centre.branch("SAM")}, ["B"]),
        ({"active": "false"}, []),
    ):
        rows = clerk.get("/customers", query={**query, "sort": "name"}).json["data"]
        assert [row["name"] for row in rows] == names, query


def test_a_branch_sees_its_customers_and_those_of_none(api: Any, centre: Centre) -> None:
    """A customer of another branch is not there, and cannot be put there."""
    ours = centre.customer(name="Ours", branch_id=centre.branches["SAM"])
    theirs = centre.customer(name="Theirs", branch_id=centre.branches["BUK"])
    nobodys = centre.customer(name="Nobody's")
    clerk = sign_in(api, "customers.customer.*", branch=centre.branches["SAM"])
    assert {one["name"] for one in clerk.get("/customers").json["data"]} == {"Ours", "Nobody's"}
    hidden = f"/customers/{encode('cus', theirs.pk)}"
    assert [clerk.get(hidden).status, clerk.patch(hidden, json={"name": "X"}).status] == [404, 404]
    assert clerk.delete(hidden).status == 404
    assert clerk.patch(f"/customers/{encode('cus', nobodys.pk)}", json={"name": "X"}).status == 200
    path = f"/customers/{encode('cus', ours.pk)}"
    assert clerk.patch(path, json={"branch": centre.branch("BUK")}).status == 403
    assert clerk.post("/customers", json={"name": "Y", "branch": centre.branch("BUK")}).status == 403
    assert clerk.post("/customers", json={"name": "Y", "branch": centre.branch("SAM")}).status == 201


def test_a_duplicate_elsewhere_is_not_told_by_id(api: Any, centre: Centre) -> None:
    """A clerk learns that the contact is known, not whose it is."""
    theirs = centre.customer(branch_id=centre.branches["BUK"], contacts=[phone()])
    clerk = sign_in(api, "customers.customer.*", branch=centre.branches["SAM"])
    refused = clerk.post("/customers", json={"name": "T", "contacts": [phone()]})
    assert refused.code == "customer_duplicate"
    assert encode("cus", theirs.pk) not in refused.json["detail"]


def test_a_customer_changes_itself_but_not_its_price(api: Any, centre: Centre) -> None:
    """Name, language and contacts are its own; class, kind, branch and state are the staff's."""
    me, other = centre.customer(name="Me"), centre.customer(name="Other")
    portal = sign_in(
        api, "customers.customer.view", "customers.customer.update", customer=me.pk, kind="customer"
    )
    path = f"/customers/{encode('cus', me.pk)}"
    assert portal.patch(path, json={"name": "Myself", "language": "ru"}).json["name"] == "Myself"
    for change in ({"class_code": "agency"}, {"kind": "agency"}, {"active": False}, {"tags": ["vip"]}):
        assert portal.patch(path, json=change).status == 403
    assert portal.get(f"/customers/{encode('cus', other.pk)}").status == 404
    assert [one["name"] for one in portal.get("/customers").json["data"]] == ["Myself"]
    assert portal.post("/customers", json={"name": "Friend"}).status == 403


def test_rights_are_separate(api: Any, centre: Centre) -> None:
    """Seeing is not changing, and changing is not deleting."""
    path = f"/customers/{encode('cus', centre.customer().pk)}"
    assert api.get("/customers").status == 401
    assert sign_in(api, "catalog.*").get("/customers").status == 403
    reader = sign_in(api, "customers.customer.view")
    assert [reader.patch(path, json={}).status, reader.delete(path).status] == [403, 403]
    editor = sign_in(api, "customers.customer.view", "customers.customer.update")
    assert [editor.patch(path, json={"name": "X"}).status, editor.delete(path).status] == [200, 403]
    owner = sign_in(api, "customers.customer.*")
    assert owner.delete(path).status == 204
    assert owner.get(path).status == 404


def test_what_is_in_use_is_kept(api: Any, clerk: Any, centre: Centre) -> None:
    """A customer with a quote is switched off instead, and then gets no more quotes."""
    customer = encode("cus", centre.customer().pk)
    quoter = sign_in(api, "pricing.quote.*", "customers.customer.view")
    body = {"lines": [centre.translation()], "customer": customer}
    assert quoter.post("/quotes", json=body).status == 201
    assert clerk.delete(f"/customers/{customer}").code == "customer_in_use"
    assert clerk.patch(f"/customers/{customer}", json={"active": False}).status == 200
    assert quoter.post("/quotes", json=body).code == "customer_inactive"


def test_a_stale_version_is_refused(clerk: Any) -> None:
    """And the row stays as it is."""
    one = clerk.post("/customers", json={"name": "A"}).json
    path = f"/customers/{one['id']}"
    assert clerk.patch(path, json={"name": "B"}, headers={"If-Match": '"1"'}).status == 200
    assert clerk.patch(path, json={"name": "C"}, headers={"If-Match": '"1"'}).status == 412
    assert clerk.get(path).json["name"] == "B"


@pytest.mark.parametrize(
    "body",
    [
        {"name": 5},
        {"name": "A", "kind": "ghost"},
        {"name": "A", "class_code": "Big Spender"},
        {"name": "A", "contacts": [{"kind": "fax", "value": "1"}]},
        {"name": "A", "contacts": [{"kind": "phone"}]},
        {"name": "A", "contacts": [{"kind": "phone", "value": "+998901234567", "verified": True}]},
        {"name": "A", "branch": "brn_1"},
        {"name": "A\ud800"},
        {"name": "A", "secret": 1},
    ],
)
def test_what_breaks_the_schema_is_400(clerk: Any, body: dict[str, Any]) -> None:
    """Verified is not for a client to say."""
    assert clerk.post("/customers", json=body).status == 400


def test_bulk_gives_a_result_each(clerk: Any, centre: Centre) -> None:
    """One duplicate does not undo the others."""
    reply = clerk.post(
        "/customers/bulk",
        json={
            "operations": [
                {"action": "create", "data": {"name": "A", "contacts": [phone()]}},
                {"action": "create", "data": {"name": "B", "contacts": [phone()]}},
                {"action": "create", "data": {"name": "C"}},
            ]
        },
    )
    assert reply.status == 207, reply
    assert sorted(one["name"] for one in clerk.get("/customers").json["data"]) == ["A", "C"]


def test_the_facade_tells_others_what_they_need(centre: Centre) -> None:
    """Facts by id; a reference is checked within what the caller sees."""
    row = centre.customer(name="Ours", branch_id=centre.branches["SAM"])
    facts = customers.customer_facts([row.pk, new_id()])
    assert list(facts) == [row.pk]
    assert facts[row.pk].class_code == "retail"
    assert customers.known_customers([row.pk, new_id()]) == {row.pk}
    stranger = principal("customers.customer.view", branch=centre.branches["BUK"])
    with pytest.raises(ReferenceNotFound):
        customers.customer_for_reference(stranger, row.pk)
    assert customers.customer_for_reference(None, row.pk).name == "Ours"
    seen = principal("customers.customer.view")
    assert customers.represent_customers(seen, [row.pk])[row.pk]["name"] == "Ours"


def test_a_reference_reaches_what_the_list_does(centre: Centre) -> None:
    """What is judged of one customer that is read, and what the database is asked for, is the same."""
    me, other = new_id(), new_id()
    rows = [
        centre.customer(name=f"{branch} {maker}", branch_id=centre.branches.get(branch))
        for branch in ("SAM", "BUK", "none")
        for maker in (me, other)
    ]
    for row, maker in zip(rows, (me, other) * 3, strict=True):
        Customer.objects.filter(pk=row.pk).update(created_by_id=maker)
    sam, buk = centre.branches["SAM"], centre.branches["BUK"]
    scopes = [
        None, Scope(everything=True), Scope(), Scope(branches=frozenset({sam})), Scope(own=True),
        Scope(customers=frozenset({rows[2].pk})), Scope(branches=frozenset({buk}), own=True),
    ]  # fmt: skip
    ids = [row.pk for row in rows]
    for scope, change in itertools.product(scopes, scopes):
        grants = {"customers.customer.view": scope, "customers.customer.update": change}
        caller = Principal(
            kind="staff", user_id=me, tenant_id=None, schema=tenancy.schema_name(),
            grants={code: held for code, held in grants.items() if held is not None},
        )  # fmt: skip
        for permission in (None, p.UPDATE):
            listed = selectors.customers_for(caller)
            if permission is not None:
                listed &= selectors.customers_for(caller, permission)
            reached = set()
            for identity in ids:
                with contextlib.suppress(ReferenceNotFound):
                    reached.add(customers.customer_for_reference(caller, identity, permission=permission).id)
            assert reached == set(listed.filter(pk__in=ids).values_list("pk", flat=True)), (scope, change)


def test_seeding_twice_changes_nothing(centre: Centre) -> None:
    """A customer is known by its contacts, or else by its name."""
    specs = [
        CustomerSpec(name="Timur", contacts=[phone("90 123 45 67")], branch="SAM"),
        CustomerSpec(name="Olga"),
    ]
    customers.seed_customers(specs)
    customers.seed_customers(specs)
    assert Customer.objects.count() == 2


def test_eight_at_once_make_one_customer(live_tenant: Any, live_api: Any, run_parallel: Any) -> None:
    """The contact is locked: the others are told of the duplicate."""
    clerk = sign_in(live_api, "customers.customer.*")
    body = {"name": "Timur", "contacts": [phone()]}
    statuses = run_parallel(lambda _: clerk.post("/customers", json=body).status, 8)
    assert sorted(statuses) == [201, *[409] * 7]
    assert Customer.objects.count() == 1


def test_the_bot_signs_a_customer_in(api: Any, centre: Centre, event_types: Any) -> None:
    """The first time makes customer and user; later ones find them; the token acts as the customer only."""
    bot = sign_in(api, "customers.telegram_session.create", kind="service")
    body = {"telegram_user_id": 777, "first_name": "Тимур", "last_name": "Рахимов", "language": "ru"}
    first = bot.post("/customers/telegram-sessions", json=body)
    assert first.status == 201, first
    assert first.json["created"] is True
    again = bot.post("/customers/telegram-sessions", json={**body, "first_name": "Other"})
    assert again.json["created"] is False
    assert again.json["customer"] == first.json["customer"]
    assert again.json["user"] == first.json["user"]
    row = Customer.objects.get(pk=decode("cus", first.json["customer"]))
    assert (row.name, row.language, row.telegram_user_id) == ("Тимур Рахимов", "ru", 777)
    assert row.contacts == [{"kind": "telegram", "value": "777", "verified": True}]
    assert event_types("customer.") == ["customer.created"]
    portal = api.signed_in(again.json["access_token"])
    quote = portal.post("/quotes", json={"lines": [centre.translation()], "channel": "telegram"})
    assert (quote.status, quote.json["customer"]) == (201, first.json["customer"])
    assert portal.post("/customers/telegram-sessions", json=body).status == 403


def test_a_customer_that_is_switched_off_is_not_signed_in(api: Any, clerk: Any, centre: Centre) -> None:
    """Nor is anything made."""
    bot = sign_in(api, "customers.telegram_session.create", kind="service")
    body = {"telegram_user_id": 778, "first_name": "T"}
    customer = bot.post("/customers/telegram-sessions", json=body).json["customer"]
    clerk.patch(f"/customers/{customer}", json={"active": False})
    refused = bot.post("/customers/telegram-sessions", json=body)
    assert (refused.status, refused.code) == (409, "customer_inactive")
    for bad in ({"telegram_user_id": 0, "first_name": "T"}, {"telegram_user_id": "5", "first_name": "T"}, {}):
        assert bot.post("/customers/telegram-sessions", json=bad).status == 400


def test_telegram_opens_no_session_of_staff(api: Any, centre: Centre) -> None:
    """Nor of a service account or of another customer's user: who runs the bot is not everybody."""
    bot = sign_in(api, "customers.telegram_session.create", kind="service")
    agency = customers.create_customer(principal=principal("customers.*"), name="Agency", force=True)
    roles = accounts.seed_roles([RoleSpec("owner", {"en": "Owner"}, ("*",))])
    for number, given in enumerate(
        (
            {"kind": "staff", "assignments": [Grant(roles["owner"])]},
            {"kind": "service"},
            {"kind": "customer", "customer_id": agency.pk},
            {"kind": "customer"},
        ),
        start=4300,
    ):
        accounts.create_user(principal=None, name="U", telegram_id=number, **given)
        before = Customer.objects.count(), Session.objects.count()
        refused = bot.post(
            "/customers/telegram-sessions", json={"telegram_user_id": number, "first_name": "T"}
        )
        assert (refused.status, refused.code) == (409, "telegram_not_customer"), given
        assert (Customer.objects.count(), Session.objects.count()) == before


def test_telegram_alone_does_not_pass_a_second_factor(api: Any, centre: Centre) -> None:
    """The bot's word is one factor; a suspended user is not let in by it either."""
    bot = sign_in(api, "customers.telegram_session.create", kind="service")
    body = {"telegram_user_id": 781, "first_name": "T"}
    user = decode("usr", bot.post("/customers/telegram-sessions", json=body).json["user"])
    User.objects.filter(pk=user).update(
        second_factors={"totp": {"secret": "x", "confirmed_at": "2026-01-01T00:00:00+00:00"}}
    )
    refused = bot.post("/customers/telegram-sessions", json=body)
    assert (refused.status, refused.code) == (403, "second_factor_required")
    assert refused.json["methods"] == ["totp"]
    User.objects.filter(pk=user).update(second_factors={}, status="suspended")
    assert bot.post("/customers/telegram-sessions", json=body).code == "invalid_credentials"
    assert Session.objects.filter(user_id=user).count() == 1


def test_two_taps_at_once_make_one_customer(live_tenant: Any, live_api: Any, run_parallel: Any) -> None:
    """Telegram may send the same start twice."""
    bot = sign_in(live_api, "customers.telegram_session.create", kind="service")
    body = {"telegram_user_id": 779, "first_name": "T"}
    replies = run_parallel(lambda _: bot.post("/customers/telegram-sessions", json=body), 4)
    assert {reply.status for reply in replies} == {201}
    assert len({reply.json["user"] for reply in replies}) == 1
    assert Customer.objects.count() == 1

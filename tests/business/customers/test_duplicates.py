"""Who may be the same customer: what is equal, how much that says, and who is told."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest

from backend.business.customers import duplicates
from backend.business.customers.models import Customer
from backend.business.customers.services import derived_columns
from backend.kernel.errors import ResourceNotFound
from backend.kernel.ids import decode
from tests.business.organizations.people import Centre, principal, sign_in


@pytest.fixture
def clerk(api: Any, centre: Centre) -> Any:
    return sign_in(api, "customers.*")


def add(clerk: Any, name: str, *contacts: tuple[str, str], verified: bool = False, **more: Any) -> str:
    """A customer."""
    body = {"name": name, "contacts": [{"kind": k, "value": v} for k, v in contacts], "force": True, **more}
    reply = clerk.post("/customers", json=body)
    assert reply.status == 201, reply
    if verified:
        row = Customer.objects.get(pk=decode("cus", reply.json["id"]))
        Customer.objects.filter(pk=row.pk).update(
            contacts=[{**one, "verified": True} for one in row.contacts]
        )
    return str(reply.json["id"])


def found(clerk: Any, customer: str) -> list[tuple[str, int, list[str]]]:
    """The duplicates, with scores and reasons."""
    reply = clerk.get(f"/customers/{customer}/duplicates")
    assert reply.status == 200, reply
    return [(row["customer"], row["score"], row["reasons"]) for row in reply.json["data"]]


def test_the_likeliest_first(clerk: Any) -> None:
    mobile, mail = ("phone", "+998901112233"), ("email", "timur@example.com")
    customer = add(clerk, "Timur Rahimov", mobile, mail, tax_id="301 234 567")
    by_phone = add(clerk, "T.", ("phone", "90 111-22-33"))
    by_both = add(clerk, "Rahimov Timur", ("email", "Timur@Example.com"))
    misspelt = add(clerk, "Timur Rakhimov")
    within = add(clerk, "Timur Akmalovich Rahimov")
    taxed = add(clerk, "Somebody Else", tax_id="301 234 567")
    add(clerk, "Timur")
    add(clerk, "Timur Karimov")
    add(clerk, "Sherzod Rahimov", ("phone", "+998901112234"))
    assert found(clerk, customer) == [
        (by_both, 100, ["email", "name"]),
        (by_phone, 60, ["phone"]),
        (taxed, 60, ["tax_id"]),
        (misspelt, 25, ["similar_name"]),
        (within, 25, ["similar_name"]),
    ]
    # It is seen from the other side too.
    assert (customer, 100, ["email", "name"]) in found(clerk, by_both)
    assert (customer, 25, ["similar_name"]) in found(clerk, within)


def test_a_proved_contact_says_more(clerk: Any) -> None:
    customer = add(clerk, "Ada", ("telegram", "@ada_l"))
    other = add(clerk, "Bob", ("telegram", "ada_l"), verified=True)
    assert found(clerk, customer) == [(other, 85, ["telegram"])]
    assert found(clerk, other) == [(customer, 85, ["telegram"])]


def test_the_same_document_and_name(clerk: Any) -> None:
    passport = {"kind": "passport", "country": "UZ", "number": "AA 1234567"}
    customer, other, third = (add(clerk, "Dilnoza Karimova") for _ in range(3))
    for one in (customer, other):
        assert clerk.put(f"/customers/{one}/identity", json=passport).status == 200
    assert clerk.put(f"/customers/{third}/identity", json={**passport, "number": "AA 7654321"}).status == 200
    assert found(clerk, customer) == [(other, 70, ["identity", "name"]), (third, 40, ["name"])]


def test_who_is_nobodys_duplicate(clerk: Any) -> None:
    mobile = ("phone", "+998901112255")
    customer, merged, other, off = (add(clerk, "Ada", mobile) for _ in range(4))
    assert clerk.post(f"/customers/{other}/merge", json={"duplicate": merged}).status == 200
    assert clerk.patch(f"/customers/{off}", json={"active": False}).status == 200
    rows = clerk.get(f"/customers/{customer}/duplicates").json["data"]
    assert {(row["customer"], row["active"]) for row in rows} == {(other, True), (off, False)}
    assert found(clerk, merged) == []
    nameless = add(clerk, "", kind="walk_in")
    assert found(clerk, nameless) == []


def test_only_who_may_be_seen(clerk: Any, api: Any, centre: Centre) -> None:
    mobile = ("phone", "+998901112266")
    here, there = centre.branch("SAM"), centre.branch("BUK")
    customer = add(clerk, "Ada King", mobile, branch=here)
    near, far = add(clerk, "Bob", mobile, branch=here), add(clerk, "Eve", mobile, branch=there)
    narrow = sign_in(api, "customers.customer.view", branch=decode("brn", here))
    assert {row[0] for row in found(clerk, customer)} == {near, far}
    assert {row[0] for row in found(narrow, customer)} == {near}
    assert narrow.get(f"/customers/{far}/duplicates").status == 404
    # A customer reaches itself only.
    own = sign_in(api, "customers.customer.view", customer=decode("cus", customer), kind="customer")
    assert found(own, customer) == []


def test_two_queries_however_many(
    tenant: Any, queries: Callable[[], AbstractContextManager[list[str]]]
) -> None:
    rows = [
        Customer(
            name="Ada Lovelace",
            class_code="retail",
            language="en",
            contacts=[
                contact := {"kind": "email", "value": f"ada{index % 2}@example.com", "verified": False}
            ],
            **derived_columns(name="Ada Lovelace", contacts=[contact], legal_name=None, tax_id=None),
        )
        for index in range(40)
    ]
    Customer.objects.bulk_create(rows)
    someone = principal("customers.customer.view")
    with queries() as seen:
        answer = duplicates.duplicates_of(someone, rows[0].pk)
    assert len(seen) == 2
    assert len(answer) == duplicates.MOST
    assert {one.score for one in answer[:19]} == {100}
    with pytest.raises(ResourceNotFound):
        duplicates.duplicates_of(principal("orders.order.view"), rows[0].pk)


def test_names_with_signs_are_no_operators(clerk: Any) -> None:
    r"""What is typed is words: a query of the search never breaks by it."""
    first = add(clerk, "O'Brien & \\ | ('x:*", legal_name="A' B\\ !&")
    second = add(clerk, "O'Brien & \\ | ('x:*")
    assert found(clerk, first)[0][0] == second

"""Copies of personal data: how far they reach, who sees a number, and what is there when bytes are not."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any
from uuid import UUID

import pytest

from backend.business.customers.models import Customer
from backend.core.accounts import facade as accounts
from backend.core.accounts.models import Session, User
from backend.core.audit.models import AuditEntry
from backend.core.files.models import File
from backend.core.files.storage import StorageDown, tenant_storage
from backend.kernel.ids import decode, encode, new_id
from backend.kernel.permissions import Permission
from backend.kernel.tenancy import tenant_context
from tests.business.payments.shop import Shop, refused
from tests.business.privacy.test_privacy import ask, person
from tests.support.client import Api, Reply

NUMBER = "AB7654321"


def opened(reply: Reply) -> dict[str, Any]:
    """What is in a package: documents as JSON, files as bytes."""
    assert reply.status == 200, reply
    with zipfile.ZipFile(io.BytesIO(reply.body)) as archive:
        return {
            name: json.loads(archive.read(name)) if name.endswith(".json") else archive.read(name)
            for name in archive.namelist()
        }


def package(shop: Shop, request: Any, by: Api | None = None) -> dict[str, Any]:
    """The package of a request."""
    return opened((by or shop.owner).get(f"/privacy/requests/{request['id']}/package"))


def identified(shop: Shop, customer: str) -> None:
    """The customer has an identity document."""
    put = shop.owner.put(
        f"/customers/{customer}/identity", json={"kind": "passport", "country": "UZ", "number": NUMBER}
    )
    assert put.status == 200, put


def viewed(shop: Shop, customer: str) -> int:
    """How often somebody has looked at the customer's personal data."""
    with tenant_context(shop.info):
        return AuditEntry.objects.filter(action="data.viewed", row_id=decode("cus", customer)).count()


def member(shop: Shop, customer: str | None, role: str, scope: str) -> Api:
    """A signed-in user with a role over the customer, its own rows or the business."""
    key = None if customer is None else decode("cus", customer)
    with tenant_context(shop.info):
        user = accounts.create_user(
            principal=None,
            name=f"Member {new_id().hex[:6]}",
            email=f"{new_id().hex}@example.com",
            kind="staff" if key is None else "customer",
            customer_id=key,
        )
        accounts.assign_role(
            principal=None,
            user_id=user.pk,
            role=role,
            scope=scope,
            customer_id=key if scope == "customer" else None,
        )
        token = accounts.issue_session_for(user.pk).access_token
        Session.objects.filter(user_id=user.pk).update(user_agent=f"Agent of {user.name}")
        return Api(shop.info, token)


def role(shop: Shop, *permissions: Permission | str) -> str:
    """A role of only these permissions."""
    code = f"r{new_id().hex}"
    with tenant_context(shop.info):
        accounts.create_role(
            principal=None, code=code, names={"en": code}, permissions=[str(one) for one in permissions]
        )
    return code


def agency(shop: Shop) -> str:
    """An agency with an identity document."""
    made = shop.done("/customers", {"kind": "agency", "name": "Agency", "branch": shop.branches["registon"]})
    identified(shop, made["id"])
    return str(made["id"])


@pytest.mark.parametrize(("code", "scope"), [("agency_member", "customer"), ("customer", "own")])
def test_one_of_an_agency_gets_what_is_their_own(shop: Shop, code: str, scope: str) -> None:
    account = agency(shop)
    colleague = member(shop, account, "agency_admin", "customer")
    line = {"lines": [{"service": shop.services["notarization"]}]}
    theirs = shop.done("/orders", {**line, "comment": "a colleague's secret"}, by=colleague)
    assert theirs["customer"] == account
    own = member(shop, account, code, scope)
    mine = None
    if scope == "customer":
        mine = shop.done("/orders", {**line, "comment": "my own"}, by=own)["id"]
    asked = shop.done("/privacy/requests", {"kind": "export"}, by=own)
    seen = package(shop, asked, by=own)
    me = own.get("/me").json
    assert [row["name"] for row in seen["users.json"]] == [me["name"]]
    assert [row["user_agent"] for row in seen["users.json"][0]["sessions"]] == [f"Agent of {me['name']}"]
    assert [encode("ord", UUID(row["id"])) for row in seen["orders.json"]] == ([mine] if mine else [])
    assert seen["customers.json"] == seen["loyalty.json"] == []
    text = json.dumps(seen)
    assert "a colleague's secret" not in text
    assert NUMBER not in text
    assert viewed(shop, account) == 0
    # Staff gets the agency's rows; nobody's sign-ins, which are each person's own.
    whole = package(shop, ask(shop, "export", account))
    assert len(whole["orders.json"]) == (2 if mine else 1)
    assert len(whole["users.json"]) == 2
    assert "sessions" not in whole["users.json"][0]


def test_a_number_is_for_who_may_see_it_and_looking_is_recorded(shop: Shop) -> None:
    customer = shop.customer()
    identified(shop, customer)
    asked = ask(shop, "export", customer)
    clerk = member(shop, None, role(shop, "privacy.request.create", "customers.customer.view"), "business")
    (row,) = package(shop, asked, by=clerk)["customers.json"]
    assert row["identity"]["number"] == "•••• 4321"
    assert viewed(shop, customer) == 0
    (row,) = package(shop, asked)["customers.json"]
    assert (row["identity"]["number"], viewed(shop, customer)) == (NUMBER, 1)
    own = shop.portal(customer)
    (row,) = package(shop, asked, by=own)["customers.json"]
    assert (row["identity"]["number"], viewed(shop, customer)) == (NUMBER, 2)
    with tenant_context(shop.info):
        Customer.objects.filter(pk=decode("cus", customer)).update(
            identity={"kind": "passport", "number": "v1.broken", "last": "4321"}
        )
    (row,) = package(shop, asked)["customers.json"]
    assert row["identity"] == {"kind": "passport", "number": None}


def test_the_copy_names_files_whose_bytes_are_lost(shop: Shop, monkeypatch: Any) -> None:
    customer = person(shop)
    asked = ask(shop, "export", customer)
    with tenant_context(shop.info):
        file = File.objects.get(customer_id=decode("cus", customer))
        tenant_storage().delete(file.storage_key)
    seen = package(shop, asked)
    assert [row["id"] for row in seen["unavailable.json"]] == [encode("fil", file.pk)]
    assert not [name for name in seen if name.endswith(".pdf")]

    def down(*_args: Any) -> Any:
        raise StorageDown("no answer")

    monkeypatch.setattr("backend.core.files.storage.TenantStorage.open", down)
    refused(shop.owner.get(f"/privacy/requests/{asked['id']}/package"), 503, "file_unavailable")


def test_everybody_gets_a_copy_of_what_is_kept_of_them(shop: Shop) -> None:
    seen = opened(shop.clerk.get("/me/data"))
    (user,) = seen["me/user.json"]
    assert user["id"] == str(decode("usr", shop.clerk.get("/me").json["id"]))
    assert user["sessions"]
    assert [row["role__code"] for row in user["roles"]]
    assert set(seen) == {"me/user.json", "me/consents.json", "me/requests.json"}
    with tenant_context(shop.info):
        entry = AuditEntry.objects.filter(action="data.exported").order_by("-at").first()
        assert User.objects.get(pk=entry.row_id).name == user["name"]
    customer = shop.customer()
    shop.order(customer, comment="mine")
    seen = opened(shop.portal(customer).get("/me/data"))
    assert [row["comment"] for row in seen["orders.json"]] == ["mine"]
    assert len(seen["me/user.json"]) == len(seen["customers.json"]) == 1

"""Merges of the shop's customers, in short words."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

from backend.business.customers.models import Customer
from backend.kernel.ids import decode
from backend.kernel.tenancy import tenant_context
from tests.business.payments.shop import Shop
from tests.support.client import Api, Reply


def merge(shop: Shop, into: str, duplicate: str, *, by: Api | None = None) -> Reply:
    """A merge is asked for."""
    return shop.post(f"/customers/{into}/merge", {"duplicate": duplicate}, by=by)


def undo(shop: Shop, duplicate: str, *, by: Api | None = None) -> Reply:
    """Taking a merge back is asked for."""
    return shop.post(f"/customers/{duplicate}/undo-merge", {}, by=by)


def made(shop: Shop, name: str, *contacts: tuple[str, str], verified: bool = False, **more: Any) -> str:
    """A customer of a branch, with contacts that it has shown to be its own or not."""
    body = {"name": name, "branch": shop.branches["registon"], "force": True, **more}
    body["contacts"] = [{"kind": kind, "value": value} for kind, value in contacts]
    customer = str(shop.done("/customers", body)["id"])
    if verified:
        with tenant_context(shop.info):
            row = Customer.objects.get(pk=decode("cus", customer))
            Customer.objects.filter(pk=row.pk).update(
                contacts=[{**c, "verified": True} for c in row.contacts]
            )
    return customer


def read(shop: Shop, customer: str) -> Any:
    """A customer as the owner sees it."""
    reply = shop.owner.get(f"/customers/{customer}")
    assert reply.status == 200, reply
    return reply.json


def telephone() -> tuple[str, str]:
    """A number that nobody has."""
    return ("phone", f"+99890{uuid.uuid4().int % 10**7:07d}")


def listed(shop: Shop, path: str, customer: str) -> set[str]:
    """The rows of a list that name a customer."""
    return {row["id"] for row in shop.owner.get(path, query={"customer": customer}).json["data"]}


@contextmanager
def in_shop(shop: Shop) -> Iterator[None]:
    """The business's tables, read."""
    with tenant_context(shop.info):
        yield


NAMED = ("orders_order", "payments_payment", "payments_receivable", "pricing_quote", "files_file", "privacy_consent",
         "privacy_request", "accounts_user", "accounts_invitation", "accounts_assignment")  # fmt: skip
"""Tables whose rows name a customer; loyalty's name an account."""


def named(shop: Shop, customer: str) -> dict[str, set[uuid.UUID]]:
    """The keys of all rows that name a customer, by table."""
    key = decode("cus", customer)
    with in_shop(shop), connection.cursor() as cursor:
        found = {}
        for table in NAMED:
            cursor.execute(f"SELECT id FROM {table} WHERE customer_id = %s", [key])
            found[table] = {row[0] for row in cursor.fetchall()}
        for table in ("loyalty_lot", "loyalty_redemption"):
            cursor.execute(
                f"SELECT r.id FROM {table} r JOIN loyalty_account a ON a.id = r.account_id WHERE a.customer_id = %s",
                [key],
            )
            found[table] = {row[0] for row in cursor.fetchall()}
    return found

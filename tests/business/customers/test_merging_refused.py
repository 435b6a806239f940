"""What cannot be merged or parted, by whom not, and until when: nothing is changed then."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import pytest

from backend.business.customers.merging import MOST
from backend.business.customers.models import Customer
from backend.business.customers.types import UNDO_WITHIN
from backend.business.loyalty.models import Lot
from backend.business.payments.models import Payment, Receivable
from backend.core.accounts import facade as accounts
from backend.kernel import clock
from backend.kernel.ids import decode, encode
from backend.kernel.tenancy import tenant_context
from tests.business.customers.merges import in_shop, made, merge, read, telephone, undo
from tests.business.payments.shop import PRICE, Shop, refused, shop
from tests.support.client import Api

__all__ = ["shop"]


def test_what_cannot_be_merged(shop: Shop) -> None:
    into, gone, third = made(shop, "Ada"), made(shop, "Bob"), made(shop, "Eve")
    agency = made(shop, "Agency", kind="agency")
    nobody = encode("cus", uuid.uuid4())
    with shop.nothing_changes():
        refused(merge(shop, into, into), 409, "customer_merge_self", "/duplicate")
        refused(merge(shop, into, nobody), 409, "reference_not_found", "/duplicate")
        refused(merge(shop, nobody, gone), 404, "not_found")
        refused(merge(shop, into, agency), 409, "customer_merge_kinds", "/duplicate")
        refused(undo(shop, gone), 409, "customer_not_merged")
        stale = {"If-Match": '"7"', "Idempotency-Key": uuid.uuid4().hex}
        reply = shop.owner.post(f"/customers/{into}/merge", json={"duplicate": gone}, headers=stale)
        refused(reply, 412, "version_mismatch")
        reply = shop.post(f"/customers/{into}/merge", {"duplicate": gone, "surprise": 1})
        assert reply.status == 400
    assert merge(shop, into, gone).status == 200
    refused(merge(shop, into, gone), 409, "customer_merged")
    refused(merge(shop, gone, third), 409, "customer_merged")
    refused(merge(shop, third, gone), 409, "customer_merged")
    refused(merge(shop, third, into), 409, "customer_merge_chained", "/duplicate")
    refused(shop.owner.delete(f"/customers/{into}"), 409, "customer_in_use")
    inactive = made(shop, "Off")
    shop.owner.patch(f"/customers/{inactive}", json={"active": False})
    refused(merge(shop, inactive, third), 409, "customer_inactive")
    # The other way round it is what a duplicate is for; and it comes back as it was.
    assert merge(shop, third, inactive).status == 200
    assert undo(shop, inactive).json["duplicate"]["state"] == "inactive"


@pytest.mark.parametrize("model", [Receivable, Payment, Lot])
def test_money_and_points_of_two_currencies_stay_apart(shop: Shop, model: Any) -> None:
    """As a business has them that changed its own; each is somebody's in the currency that it came in."""
    into, gone = made(shop, "Ada"), made(shop, "Bob")
    for customer in (into, gone):
        if model is Lot:
            shop.earn_points(customer, 1)
        elif model is Payment:
            shop.pay(PRICE, customer, excess="credit")
        else:
            shop.order(customer)
    whose = "account__customer_id" if model is Lot else "customer_id"
    rows = model.objects.filter(**{whose: decode("cus", gone)})
    with in_shop(shop):
        assert rows.update(currency="USD") == 1
    with shop.nothing_changes():
        reply = merge(shop, into, gone)
        refused(reply, 409, "customer_merge_currency", "/duplicate")
        assert "USD, UZS" in reply.json["detail"]
    with in_shop(shop):
        rows.update(currency="UZS")
    assert merge(shop, into, gone).status == 200


def test_who_may_not_merge(shop: Shop) -> None:
    into, gone = made(shop, "Ada"), made(shop, "Bob")
    elsewhere = made(shop, "Far", branch=shop.branches["siyob"])
    with in_shop(shop):
        role = accounts.create_role(
            principal=None,
            code=uuid.uuid4().hex[:12],
            names={"en": "R"},
            permissions=["customers.customer.view", "customers.merge.manage"],
        )
        person = accounts.create_user(
            principal=None,
            name="Own",
            email=f"{uuid.uuid4().hex}@example.com",
            kind="customer",
            customer_id=decode("cus", into),
        )
        accounts.assign_role(
            principal=None,
            user_id=person.pk,
            role=role.code,
            scope="customer",
            customer_id=decode("cus", into),
        )
        accounts.assign_role(
            principal=None,
            user_id=person.pk,
            role=role.code,
            scope="customer",
            customer_id=decode("cus", gone),
        )
        customer = Api(shop.info, accounts.issue_session_for(person.pk).access_token)
        near = accounts.create_user(principal=None, name="Near", email=f"{uuid.uuid4().hex}@example.com")
        accounts.assign_role(
            principal=None,
            user_id=near.pk,
            role=role.code,
            scope="branch",
            branch_id=decode("brn", shop.branches["registon"]),
        )
        manager = Api(shop.info, accounts.issue_session_for(near.pk).access_token)
    with shop.nothing_changes():
        refused(merge(shop, into, gone, by=shop.clerk), 403, "permission_denied")
        # Not even with the right over both.
        refused(merge(shop, into, gone, by=customer), 403, "permission_denied")
        refused(merge(shop, into, elsewhere, by=manager), 409, "reference_not_found", "/duplicate")
        refused(merge(shop, elsewhere, gone, by=manager), 404, "not_found")
    # An order in a branch beyond the manager's goes along only with who may there.
    order = shop.order(gone, branch="siyob")
    refused(merge(shop, into, gone, by=manager), 403, "permission_denied")
    assert shop.read(order)["customer"] == gone
    assert merge(shop, into, gone).status == 200
    refused(undo(shop, gone, by=customer), 403, "permission_denied")
    assert undo(shop, gone).status == 200
    assert merge(shop, into, made(shop, "Other"), by=manager).status == 200


def test_holds_and_erasures_keep_customers_apart(shop: Shop) -> None:
    into, gone = made(shop, "Ada"), made(shop, "Bob")
    hold = shop.done("/privacy/requests", {"kind": "hold", "customer": into})
    refused(merge(shop, into, gone), 409, "data_held")
    refused(merge(shop, gone, into), 409, "data_held")
    shop.done(f"/privacy/requests/{hold['id']}/transitions", {"transition": "end"})
    asked = shop.done("/privacy/requests", {"kind": "erasure", "customer": gone})
    refused(merge(shop, into, gone), 409, "customer_erasure_open")
    shop.done(f"/privacy/requests/{asked['id']}/transitions", {"transition": "reject"})
    assert merge(shop, into, gone).status == 200
    hold = shop.done("/privacy/requests", {"kind": "hold", "customer": into})
    refused(undo(shop, gone), 409, "data_held")
    shop.done(f"/privacy/requests/{hold['id']}/transitions", {"transition": "end"})

    # Who is forgotten is forgotten as both, and no backup of before the merge brings one back.
    asked = shop.done("/privacy/requests", {"kind": "erasure", "customer": into})
    shop.done(f"/privacy/requests/{asked['id']}/transitions", {"transition": "approve"})
    for customer in (into, gone):
        assert (read(shop, customer)["name"], read(shop, customer)["contacts"]) == ("Erased customer", [])
    refused(undo(shop, gone), 409, "customer_erased")
    refused(merge(shop, made(shop, "Eve"), into), 409, "customer_erased")
    done = shop.owner.get("/privacy/requests", query={"customer": gone}).json["data"]
    assert [(row["kind"], row["state"]) for row in done] == [("erasure", "completed")]


def test_a_merge_is_taken_back_within_thirty_days(shop: Shop) -> None:
    into, gone, third = made(shop, "Ada"), made(shop, "Bob"), made(shop, "Eve")
    order = shop.order(gone)
    assert merge(shop, into, gone).status == 200
    with tenant_context(shop.info):
        late = Customer.objects.get(pk=decode("cus", gone)).undo_until
    assert late is not None
    with clock.use(lambda: late):
        owner = shop.fresh_owner()
        refused(undo(shop, gone, by=owner), 409, "customer_merge_expired")
        assert "undo_merge" not in owner.get(f"/customers/{gone}").json["allowed_actions"]
        # What can no longer be taken back is no chain: both are the third now.
        assert merge(shop, third, into, by=owner).status == 200
    assert {read(shop, one)["merged_into"] for one in (into, gone)} == {third}
    assert shop.read(order)["customer"] == third
    with clock.use(lambda: late + UNDO_WITHIN - timedelta(seconds=1)):
        assert undo(shop, into, by=shop.fresh_owner()).status == 200
    assert (read(shop, into)["merged_into"], read(shop, gone)["merged_into"]) == (None, into)
    assert shop.read(order)["customer"] == into


def test_money_and_points_that_were_used_for_both_are_not_torn_apart(shop: Shop) -> None:
    into, gone = made(shop, "Ada"), made(shop, "Bob")
    credit = shop.pay(PRICE, gone, excess="credit")
    shop.earn_points(into, 1)
    shop.earn_points(gone, 1)
    assert merge(shop, into, gone).status == 200
    order = shop.order(into)
    shop.done(f"/payments/{credit['id']}/allocations", {"allocations": [{"order": order["id"]}]})
    with shop.nothing_changes():
        reply = undo(shop, gone)
        refused(reply, 409, "customer_merge_mixed")
    assert "payments" in reply.json["detail"]
    shop.move(order, "cancel")
    shop.settle()
    # Eight are of the one, two of the other.
    held = shop.done("/loyalty/redemptions", {"customer": into, "points": 10})
    refused(undo(shop, gone), 409, "customer_merge_mixed")
    shop.done(f"/loyalty/redemptions/{held['id']}/cancellation", {})
    assert undo(shop, gone).status == 200
    assert (shop.owes(gone), shop.points(gone)) == ((0, PRICE), (8, 0))
    assert (shop.owes(into), shop.points(into)) == ((0, 0), (8, 0))

    # Points that were set aside before the merge, and paid for an order after it.
    held = shop.done("/loyalty/redemptions", {"customer": gone, "points": 2})
    assert merge(shop, into, gone).status == 200
    shop.order(into, redemption=held["id"])
    refused(undo(shop, gone), 409, "customer_merge_mixed")


def test_too_many_contacts(shop: Shop) -> None:
    into = made(shop, "Ada", *[telephone() for _ in range(MOST["contacts"])])
    gone = made(shop, "Bob", telephone())
    refused(merge(shop, into, gone), 409, "customer_merge_too_large", "/duplicate")

"""Whatever two customers owe, paid and earned: merged they have the sum, and parted each has its own again."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.db import transaction as savepoint
from django.db.models import F
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.business.customers import merging
from backend.business.customers.errors import CustomerMergeMixed
from backend.business.ledger import facade as ledger
from backend.business.loyalty.models import Lot, Redemption
from backend.business.payments import services
from backend.business.payments.models import Allocation, Payment, Receivable
from backend.business.payments.selectors import customer_balance
from backend.kernel import db
from backend.wiring import books
from tests.properties.test_payments import World, steps

plans = st.lists(steps, max_size=6)


def rows_of(customer: uuid.UUID) -> dict[str, list[tuple[Any, ...]]]:
    """All that a customer has, row by row, but the versions."""
    lots = Lot.objects.filter(account__customer_id=customer)
    redemptions = Redemption.objects.filter(account__customer_id=customer)
    found: dict[str, Any] = {
        "payments": Payment.objects.filter(customer_id=customer).values_list("pk", "state", "amount"),
        "receivables": Receivable.objects.filter(customer_id=customer).values_list("pk", "state", "amount"),
        "applied": Allocation.objects.filter(payment__customer_id=customer).values_list(
            "pk", "state", "amount"
        ),
        "lots": lots.values_list("pk", "points", "taken"),
        "redemptions": redemptions.values_list("pk", "state", "order_id"),
    }
    return {name: sorted(rows) for name, rows in found.items()}


def keys(rows: dict[str, list[tuple[Any, ...]]]) -> dict[str, set[Any]]:
    """The keys of rows."""
    return {name: {row[0] for row in found} for name, found in rows.items()}


def sums(customer: uuid.UUID) -> tuple[int, int, int]:
    """What a customer owes, its credit, and its points that are left, in minor units and points."""
    balance = customer_balance(customer)
    lots = Lot.objects.filter(account__customer_id=customer)
    return balance.outstanding.minor, balance.credit.minor, sum(lot.points - lot.taken for lot in lots)


def added(one: tuple[int, int, int], other: tuple[int, int, int]) -> tuple[int, ...]:
    """Both together."""
    return tuple(map(sum, zip(one, other, strict=True)))


def check(*customers: uuid.UUID) -> None:
    """The books say what the rows sum to, and a payment is for its own customer's debts."""
    assert ledger.control_differences(books.documents) == []
    across = Allocation.objects.filter(payment__customer_id__in=customers, state__in=("applied", "planned"))
    assert not across.exclude(payment__customer_id=F("receivable__customer_id")).exists()


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(mine=plans, theirs=plans, since=st.lists(st.tuples(st.booleans(), steps), max_size=6))
def test_merged_and_parted_again(
    tenant: Any, mine: list[Any], theirs: list[Any], since: list[tuple[bool, Any]]
) -> None:
    with savepoint.atomic():
        gone, into = World(), World()
        for world, plan in ((gone, mine), (into, theirs)):
            for step in plan:
                world.act(step)
        a, b = gone.customer, into.customer
        before = {one: (rows_of(one), sums(one)) for one in (a, b)}
        books_before = into.books()

        def merge() -> None:
            merging.merge_customers(principal=into.principal, id=b, duplicate=a)

        def part() -> None:
            merging.undo_merge(principal=into.principal, id=a)

        merge()
        assert sums(b) == added(before[a][1], before[b][1])
        assert sums(a) == (0, 0, 0)
        assert keys(rows_of(b)) == {
            name: {row[0] for row in before[a][0][name] + before[b][0][name]} for name in before[a][0]
        }
        check(a, b)
        part()
        assert {one: (rows_of(one), sums(one)) for one in (a, b)} == before
        assert into.books() == books_before
        check(a, b)

        # And with something that happens in between: to the row, or not at all where it joins the two.
        merge()
        gone.customer = b
        for theirs_too, step in since:
            (gone if theirs_too else into).act(step)
        together, held = sums(b), rows_of(b)
        old = {one: keys(before[one][0]) for one in (a, b)}
        joined = mixed(old[a], old[b], set(gone.subjects))
        try:
            with savepoint.atomic():
                part()
        except CustomerMergeMixed:
            assert joined
            assert (sums(b), rows_of(b)) == (together, held)
        else:
            assert not joined
            assert added(sums(a), sums(b)) == together
            found = {one: keys(rows_of(one)) for one in (a, b)}
            for name, all_ in keys(held).items():
                assert found[a][name] | found[b][name] == all_
                assert old[a][name] <= found[a][name], name
                assert old[b][name] <= found[b][name]
                assert not found[a][name] & found[b][name]
            fresh = found[a]["payments"] - old[a]["payments"]
            assert all(debts(one, live=False) & old[a]["receivables"] for one in fresh)
            stayed = found[b]["payments"] - old[b]["payments"]
            assert not any(debts(one) & old[a]["receivables"] for one in stayed)
        check(a, b)
        savepoint.set_rollback(True)


def debts(payment: uuid.UUID, *, live: bool = True) -> set[uuid.UUID]:
    """The receivables that a payment settles or is to settle, or ever was."""
    rows = Allocation.objects.filter(payment_id=payment)
    rows = rows.filter(state__in=("applied", "planned")) if live else rows
    return set(rows.values_list("receivable_id", flat=True))


def mixed(mine: dict[str, set[Any]], theirs: dict[str, set[Any]], orders: set[uuid.UUID]) -> bool:
    """Whether money or points join two customers: told without a look at how the merge is taken back.

    `mine` and `theirs` are the rows that each had before, `orders` what the first owes for.
    """
    for payment in Payment.objects.values_list("pk", flat=True):
        sides = {debt in mine["receivables"] for debt in debts(payment)}
        if payment in mine["payments"] | theirs["payments"]:
            sides |= {payment in mine["payments"]} if sides else set()
        if len(sides) > 1:
            return True
    for held in Redemption.objects.filter(state__in=("reserved", "committed")):
        sides = {uuid.UUID(part["lot"]) in mine["lots"] for part in held.parts}
        sides |= {held.order_id in orders} if held.order_id is not None else set()
        if len(sides) > 1:
            return True
    earned = set(Lot.objects.filter(pk__in=mine["lots"]).values_list("source_id", flat=True))
    for debt in Lot.objects.filter(source_type="debt"):
        sides = {uuid.UUID(part["lot"]) in mine["lots"] for part in debt.parts} | {debt.source_id in earned}
        if len(sides) > 1:
            return True
    return False


def test_what_is_paid_for_one_alone_goes_back_with_it(tenant: Any) -> None:
    """An everyday payment forbids nothing; hypothesis may or may not come by one."""
    gone, into = World(), World()
    a, b = gone.customer, into.customer
    with db.transaction():
        merging.merge_customers(principal=into.principal, id=b, duplicate=a)
    gone.customer = b
    for way in ("cash", "card"):
        gone.act(("pay", way, 100, 0, None, "refuse"))
        into.act(("pay", way, 200, 0, None, "refuse"))
    gone.act(("pay", "cash", 700, 1, 300, "credit"))
    merging.undo_merge(principal=into.principal, id=a)
    assert (sums(a), sums(b)) == ((2400 - 100 - 300, 400, 0), (2400 - 200, 0, 0))
    check(a, b)
    # What waits went along too, and settles its own.
    for payment in Payment.objects.filter(state="awaiting_verification").values_list("pk", flat=True):
        services.transition_payment(principal=into.principal, payment_id=payment, transition="verify")
    assert (sums(a), sums(b)) == ((2400 - 200 - 300, 400, 0), (2400 - 400, 0, 0))
    check(a, b)


def test_the_mixed_case_is_one_of_them(tenant: Any) -> None:
    """What hypothesis may or may not come by: money that came since pays debts of both."""
    gone, into = World(), World()
    with db.transaction():
        merging.merge_customers(principal=into.principal, id=into.customer, duplicate=gone.customer)
    # The oldest debts are the duplicate's.
    into.act(("pay", "cash", 2500, None, None, "credit"))
    with pytest.raises(CustomerMergeMixed), savepoint.atomic():
        merging.undo_merge(principal=into.principal, id=gone.customer)

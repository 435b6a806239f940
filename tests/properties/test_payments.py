"""Whatever is paid, verified, rejected, allocated, completed or cancelled, in any order: the sums hold.

The books are compared with the rows after every step: advances are the credit and what is paid on work that is not
done, receivables are what is owed for work that is, and the loyalty liability is the points that are left.
"""

from __future__ import annotations

import uuid
from functools import cached_property
from typing import Any

from django.db import transaction as savepoint
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.business.customers import facade as customers
from backend.business.ledger import facade as ledger
from backend.business.loyalty import accruing, returning
from backend.business.loyalty import services as loyalty
from backend.business.loyalty.models import Lot, Redemption, Rule
from backend.business.loyalty.selectors import balance_for
from backend.business.payments import receivables, services
from backend.business.payments.models import Allocation, Payment, PaymentMethod, Receivable
from backend.business.payments.selectors import customer_balance
from backend.business.payments.types import RevenuePart, Target
from backend.core.accounts import facade as accounts
from backend.kernel import db, tenancy
from backend.kernel.errors import DomainError
from backend.kernel.ids import new_id
from backend.kernel.money import Money
from backend.kernel.permissions import Principal, system_principal
from tests.support.purchases import bought

SUBJECTS = 3
amounts = st.integers(1, 1500)
which = st.integers(0, SUBJECTS - 1)
steps = st.one_of(
    st.tuples(
        st.just("pay"),
        st.sampled_from(["cash", "card"]),
        amounts,
        st.one_of(st.none(), which),
        st.one_of(st.none(), st.integers(0, 1500)),
        st.sampled_from(["refuse", "credit"]),
    ),
    st.tuples(st.sampled_from(["verify", "reject"]), st.integers(0, 20)),
    st.tuples(st.just("allocate"), st.integers(0, 20), which, st.one_of(st.none(), st.integers(0, 1500))),
    st.tuples(st.sampled_from(["earn", "cancel"]), which),
    st.tuples(st.just("points"), st.integers(0, 5000)),
    st.tuples(st.just("take back"), st.integers(0, 3)),
    st.tuples(st.just("reserve"), st.integers(1, 60)),
    st.tuples(st.sampled_from(["tender", "give back"]), st.integers(0, 5), which),
)


def uzs(minor: int) -> Money:
    return Money.of(minor, "UZS")


class World:
    """One customer, three subjects that are owed for, and the books as they were."""

    def __init__(self) -> None:
        info = tenancy.require_tenant()
        self.principal = system_principal(info.id, info.schema)
        self.customer: uuid.UUID = customers.create_customer(
            principal=self.principal, name="Ada", force=True
        ).pk
        self.subjects = [new_id() for _ in range(SUBJECTS)]
        self.earned: list[uuid.UUID | None] = []
        with db.transaction():
            for index, subject in enumerate(self.subjects):
                receivables.open_receivable(
                    subject_type="order",
                    subject_id=subject,
                    number=f"ORD-{index}",
                    customer_id=self.customer,
                    branch_id=None,
                    amount=uzs((index + 1) * 400),
                )
        self.methods = dict(PaymentMethod.objects.values_list("code", "pk"))
        Rule.objects.update(active=False)
        Rule.objects.create(code=new_id().hex, points=1, per=100, value=7, currency="UZS")
        self.before = self.books()

    def books(self) -> dict[str, int]:
        """Closing balances by account code, debits above zero."""
        lines = ledger.statement("trial_balance").lines
        return {line.code: line.amounts["closing"].minor for line in lines}

    def act(self, step: tuple[Any, ...]) -> None:
        """One step; a refusal changes nothing."""
        rows = (self.rows(), self.books())
        try:
            with savepoint.atomic():
                getattr(self, step[0].replace(" ", "_"))(*step[1:])
        except DomainError:
            assert (self.rows(), self.books()) == rows

    def rows(self) -> list[Any]:
        """What a refused step must leave as it is."""
        return [
            list(Payment.objects.order_by("pk").values_list("pk", "state", "version")),
            list(Allocation.objects.order_by("pk").values_list("pk", "state", "amount")),
            list(Receivable.objects.order_by("pk").values_list("pk", "state", "version")),
            list(Lot.objects.order_by("pk").values_list("pk", "taken")),
            list(Redemption.objects.order_by("pk").values_list("pk", "state")),
        ]

    def pay(self, method: str, amount: int, subject: int | None, part: int | None, excess: str) -> None:
        share = None if part is None else uzs(part)
        services.record_payment(
            principal=self.principal,
            method=self.methods[method],
            amount=uzs(amount),
            customer=self.customer,
            targets=[] if subject is None else [Target("order", self.subjects[subject], share)],
            excess=excess,
        )

    def claim(self, amount: int, subject: int) -> None:
        """The customer says to have sent money."""
        services.record_payment(
            principal=self.person,
            method=self.methods["card"],
            amount=uzs(amount),
            targets=[Target("order", self.subjects[subject], None)],
        )

    @cached_property
    def person(self) -> Principal:
        """The customer itself, signed in."""
        user = accounts.create_user(
            principal=None,
            name="Ada",
            email=f"{new_id().hex}@example.com",
            kind="customer",
            customer_id=self.customer,
        )
        accounts.assign_role(
            principal=None, user_id=user.pk, role="customer", scope="customer", customer_id=self.customer
        )
        PaymentMethod.objects.filter(pk=self.methods["card"]).update(self_service=True)
        return accounts.principal_of_user(user.pk)

    def _payment(self, index: int) -> uuid.UUID:
        keys = list(
            Payment.objects.filter(customer_id=self.customer).order_by("pk").values_list("pk", flat=True)
        )
        return keys[index % len(keys)] if keys else new_id()

    def verify(self, index: int) -> None:
        services.transition_payment(
            principal=self.principal, payment_id=self._payment(index), transition="verify"
        )

    def reject(self, index: int) -> None:
        services.transition_payment(
            principal=self.principal, payment_id=self._payment(index), transition="reject", reason="no"
        )

    def allocate(self, index: int, subject: int, part: int | None) -> None:
        services.allocate_credit(
            principal=self.principal,
            payment_id=self._payment(index),
            targets=[Target("order", self.subjects[subject], None if part is None else uzs(part))],
        )

    def earn(self, subject: int) -> None:
        owed = (subject + 1) * 400
        with db.transaction():
            receivables.earn_receivable(
                subject_type="order",
                subject_id=self.subjects[subject],
                revenue=[RevenuePart(ledger.REVENUE_SERVICES, uzs(owed - 40))],
                tax=uzs(40),
            )

    def cancel(self, subject: int) -> None:
        with db.transaction():
            receivables.cancel_receivable(subject_type="order", subject_id=self.subjects[subject])
        # As wiring does when the order's event is handled.
        returning.return_points(order_id=self.subjects[subject])

    def points(self, amount: int) -> None:
        sale = bought(self.customer, amount)
        if accruing.earn_points(purchase=sale):
            self.earned.append(sale.order_id)

    def take_back(self, index: int) -> None:
        """An order that earned points is cancelled, and told of twice."""
        if self.earned:
            order = self.earned[index % len(self.earned)]
            assert order is not None
            returning.take_back_points(order_id=order)
            before = self.rows()
            assert returning.take_back_points(order_id=order) == 0
            assert self.rows() == before

    def reserve(self, points: int) -> None:
        loyalty.reserve_redemption(principal=self.principal, customer=self.customer, points=points)

    def _redemption(self, index: int) -> uuid.UUID:
        keys = list(
            Redemption.objects.filter(account__customer_id=self.customer)
            .order_by("pk")
            .values_list("pk", flat=True)
        )
        return keys[index % len(keys)] if keys else new_id()

    def tender(self, index: int, subject: int) -> None:
        redemption = self._redemption(index)
        with db.transaction():
            worth = loyalty.commit_redemption(
                redemption_id=redemption,
                customer_id=self.customer,
                order_id=self.subjects[subject],
                limit=uzs((subject + 1) * 400),
            )
            services.record_tender(
                method_code="loyalty_points",
                subject_type="order",
                subject_id=self.subjects[subject],
                amount=worth,
                source_type="redemption",
                source_id=redemption,
            )

    def give_back(self, index: int, _subject: int) -> None:
        loyalty.cancel_redemption(principal=self.principal, redemption_id=self._redemption(index))

    def check(self) -> None:
        """What holds after every step."""
        paid: dict[uuid.UUID, int] = {}
        used: dict[uuid.UUID, int] = {}
        for item in Allocation.objects.filter(payment__customer_id=self.customer, state="applied"):
            paid[item.receivable_id] = paid.get(item.receivable_id, 0) + item.amount
            used[item.payment_id] = used.get(item.payment_id, 0) + item.amount
        credit = claims = unearned = 0
        for row in Receivable.objects.filter(customer_id=self.customer):
            assert paid.get(row.pk, 0) <= row.amount
            if row.state == "earned":
                claims += row.amount - paid.get(row.pk, 0)
            elif row.state == "open":
                unearned += paid.get(row.pk, 0)
            else:
                assert row.pk not in paid
        for payment in Payment.objects.filter(customer_id=self.customer):
            assert used.get(payment.pk, 0) <= payment.amount
            if payment.state == "verified":
                credit += payment.amount - used.get(payment.pk, 0)
            else:
                assert payment.pk not in used
        reserved = sum(
            row.worth
            for row in Redemption.objects.filter(account__customer_id=self.customer, state="reserved")
        )
        lots = list(Lot.objects.filter(account__customer_id=self.customer))
        self.check_points(lots)
        left = sum((lot.points - lot.taken) * lot.value for lot in lots)
        after = self.books()
        moved = {code: after.get(code, 0) - self.before.get(code, 0) for code in after}
        assert sum(moved.values()) == 0
        assert -moved.get(ledger.CUSTOMER_ADVANCES, 0) == credit + unearned
        assert moved.get(ledger.ACCOUNTS_RECEIVABLE, 0) == claims
        assert -moved.get(ledger.LOYALTY_LIABILITY, 0) == left + reserved
        assert customer_balance(self.customer).credit.minor == credit

    def check_points(self, lots: list[Lot]) -> None:
        """Points are what orders that stand have earned less what is redeemed, whatever was taken back in between."""
        debts = [lot for lot in lots if lot.points < 0]
        assert all(0 <= lot.taken <= lot.points for lot in lots if lot.points > 0)
        assert all(lot.points <= lot.taken <= 0 for lot in debts)
        held = sum(
            row.points
            for row in Redemption.objects.filter(
                account__customer_id=self.customer, state__in=("reserved", "committed")
            )
        )
        standing = sum(lot.points for lot in lots if lot.source_type == "order")
        assert sum(lot.points - lot.taken for lot in lots) == standing - held
        # What settled a debt is said once, and no more than it is.
        assert [sum(part["points"] for part in debt.parts) for debt in debts] == [
            -debt.taken for debt in debts
        ]
        shown = balance_for(self.principal, self.customer)
        assert (shown.available - shown.debt, shown.available * shown.debt) == (standing - held, 0)


def planned(receivable: uuid.UUID, recorder: uuid.UUID | None) -> int:
    """What is planned for a debt by the payments that one recorded."""
    rows = Allocation.objects.filter(receivable_id=receivable, state="planned")
    return sum(rows.filter(payment__recorded_by_id=recorder).values_list("amount", flat=True))


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plan=st.lists(st.one_of(steps, st.tuples(st.just("claim"), amounts, which)), min_size=1, max_size=8))
def test_claims_hide_no_debt_and_the_desk_records_no_more(tenant: Any, plan: list[tuple[Any, ...]]) -> None:
    """Whatever waits: an entry of the desk may be for what is owed less other such entries, and for no tiyin more."""
    with savepoint.atomic():
        world = World()
        for step in [("claim", 300, 0), *plan]:
            world.act(step)
        world.check()
        for row in Receivable.objects.filter(customer_id=world.customer).exclude(state="cancelled"):
            applied = sum(row.allocations.filter(state="applied").values_list("amount", flat=True))
            free = max(0, row.amount - applied - planned(row.pk, world.principal.user_id))
            claimed = planned(row.pk, world.person.user_id)
            index = world.subjects.index(row.subject_id)
            before = Payment.objects.count()
            world.act(("pay", "card", free + 1, index, None, "refuse"))
            assert Payment.objects.count() == before
            if free:
                world.act(("pay", "card", free, index, None, "refuse"))
                assert Payment.objects.count() == before + 1
            # And a claim takes only what nothing holds.
            world.act(("claim", max(1, free - claimed + 1), index))
            assert planned(row.pk, world.person.user_id) == claimed
        world.check()
        savepoint.set_rollback(True)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plan=st.lists(steps, min_size=1, max_size=14))
def test_the_sums_hold_after_any_steps(tenant: Any, plan: list[tuple[Any, ...]]) -> None:
    with savepoint.atomic():
        world = World()
        for step in plan:
            world.act(step)
            world.check()
        savepoint.set_rollback(True)

"""Writes of loyalty. Each holds the account's lock, so that a customer's points change one at a time."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F, Min, Q

from backend.business.customers import facade as customers
from backend.business.ledger import facade as ledger
from backend.business.ledger.types import Entry, credit, debit
from backend.business.loyalty import events
from backend.business.loyalty import permissions as p
from backend.business.loyalty.errors import (
    CustomerNeeded,
    PointsInsufficient,
    RedemptionExceedsTotal,
    RedemptionNotReserved,
    RedemptionOfAnother,
    RuleCodeTaken,
    RuleNotPositive,
    RulePeriodEmpty,
    RuleTooGenerous,
)
from backend.business.loyalty.models import Account, Lot, Redemption, Rule
from backend.business.loyalty.types import RedemptionState, RuleSpec, TriedRules
from backend.kernel import clock, db, tenancy
from backend.kernel.errors import ReferenceNotFound, ResourceNotFound
from backend.kernel.events import emit, signals
from backend.kernel.ids import encode, new_id
from backend.kernel.money import Money
from backend.kernel.permissions import Principal

RESERVED_FOR = timedelta(minutes=30)
"""How long points stay set aside without being used."""
TOPIC = signals.topic("loyalty.release", task="backend.business.loyalty.tasks.release_overdue")
"""Reservations that run out: each is looked at when it does, see `release_overdue_redemptions`."""


def _account(customer_id: uuid.UUID) -> Account:
    """The customer's account, made where it is not there, and locked."""
    Account.objects.bulk_create([Account(customer_id=customer_id)], ignore_conflicts=True)
    return db.lock_queryset(Account.objects.filter(customer_id=customer_id))[0]


def _usable(account: Account, moment: datetime) -> list[Lot]:
    """The lots with points to take now, those that end soonest first."""
    return list(
        Lot.objects.filter(account=account, active_from__lte=moment, taken__lt=F("points"))
        .filter(Q(expires_at__isnull=True) | Q(expires_at__gt=moment))
        .order_by(F("expires_at").asc(nulls_last=True), "pk")
    )


def earn_points(
    *,
    customer_id: uuid.UUID,
    order_id: uuid.UUID,
    amount: Money,
    branch_id: uuid.UUID | None = None,
    at: datetime | None = None,
) -> Lot | None:
    """Earns the points of an order by the rule that fits the customer best; None where none earns.

    `amount` is the order's price without tax. Posts the liability at `at` (now, unless given), and now where that
    period is closed. Emits loyalty.points_earned. Locks the
    account. A second call for the same order does nothing.
    """
    with db.transaction():
        moment = at or clock.now()
        facts = customers.customer_facts([customer_id]).get(customer_id)
        rule = _best_rule(facts.class_code if facts else None, amount.currency.code, moment)
        points = _points(rule, amount)
        if rule is None or points <= 0:
            return None
        account = _account(customer_id)
        if Lot.objects.filter(source_type="order", source_id=order_id).exists():
            return None
        active = moment + timedelta(days=rule.pending_days)
        lot = Lot.objects.create(
            id=new_id(),
            account=account,
            points=points,
            value=rule.value,
            currency=rule.currency,
            source_type="order",
            source_id=order_id,
            active_from=active,
            expires_at=active + timedelta(days=rule.valid_days) if rule.valid_days else None,
            created_at=moment,
        )
        worth = Money.of(points * rule.value, rule.currency)
        if worth:
            ledger.post(
                [
                    Entry(
                        key=f"points:{lot.pk}",
                        at=moment,
                        # Told of late: the period of the order may be closed by now.
                        otherwise=clock.now(),
                        description=f"{points} points earned",
                        legs=(
                            debit(ledger.LOYALTY_EXPENSE, worth),
                            credit(ledger.LOYALTY_LIABILITY, worth),
                        ),
                        unit=branch_id,
                        subject_type="order",
                        subject_id=order_id,
                    )
                ]
            )
        account.save_versioned()
        emit(
            events.PointsEarned(
                account=account.pk,
                customer=customer_id,
                lot=lot.pk,
                order=order_id,
                points=points,
                worth=worth,
            ),
            subject_id=account.pk,
            object_version=account.version,
        )
        return lot


def _points(rule: Rule | None, amount: Money) -> int:
    return amount.minor // rule.per * rule.points if rule else 0


def _best_rule(class_code: str | None, currency: str, moment: datetime) -> Rule | None:
    rules = Rule.objects.filter(active=True, currency=currency).filter(
        Q(customer_class__isnull=True) | Q(customer_class=class_code),
        Q(valid_from__isnull=True) | Q(valid_from__lte=moment),
        Q(valid_until__isnull=True) | Q(valid_until__gt=moment),
    )

    # A rule for the customer's class goes before one for everybody, a promotion for a time before what is always;
    # then the older one.
    def place(rule: Rule) -> tuple[bool, bool, int]:
        always = rule.valid_from is None and rule.valid_until is None
        return rule.customer_class is None, always, rule.pk.int

    return min(rules, key=place, default=None)


def try_rules(
    *,
    principal: Principal,
    amount: Money,
    customer: uuid.UUID | None = None,
    at: datetime | None = None,
) -> TriedRules:
    """What an order of an amount (its price without tax) would earn, and by which rule. Writes nothing.

    For a customer, or for one of no class; now, unless `at` says when the order is completed. Raises
    ReferenceNotFound for a customer that the caller does not see and for another currency than the books'.
    """
    if customer is not None:
        customers.customer_for_reference(principal, customer, pointer="/customer", active_only=False)
    code = tenancy.require_tenant().currency
    if amount.currency.code != code:
        raise ReferenceNotFound(reference=amount.currency.code, pointer="/amount/currency")
    moment = at or clock.now()
    facts = customers.customer_facts([customer]).get(customer) if customer is not None else None
    rule = _best_rule(facts.class_code if facts else None, code, moment)
    points = max(0, _points(rule, amount))
    if rule is None:
        return TriedRules(None, None, 0, Money.zero(code), None, None)
    active = moment + timedelta(days=rule.pending_days)
    ends = active + timedelta(days=rule.valid_days) if rule.valid_days else None
    return TriedRules(rule.pk, rule.code, points, Money.of(points * rule.value, code), active, ends)


def reserve_redemption(*, principal: Principal, customer: uuid.UUID | None = None, points: int) -> Redemption:
    """Sets points aside for 30 minutes, from the lots that end soonest.

    Raises ReferenceNotFound, CustomerNeeded, PermissionDenied, PointsInsufficient. Emits
    loyalty.redemption_reserved. Locks the account. Only its Idempotency-Key tells a retry apart.
    """
    if principal.kind == "customer":
        customer = principal.customer_id
    if customer is None:
        raise CustomerNeeded(pointer="/customer")
    with db.transaction():
        principal.require(p.REDEEM)
        if principal.kind != "customer":
            customers.customer_for_reference(principal, customer, pointer="/customer", permission=p.REDEEM)
        moment = clock.now()
        account = _account(customer)
        _give_back_overdue(account, moment)
        lots = _usable(account, moment)
        available = sum(lot.points - lot.taken for lot in lots)
        if points > available:
            raise PointsInsufficient(available=available, pointer="/points")
        left, worth, parts = points, 0, []
        for lot in lots:
            take = min(left, lot.points - lot.taken)
            if not take:
                break
            Lot.objects.filter(pk=lot.pk).update(taken=F("taken") + take)
            parts.append({"lot": str(lot.pk), "points": take})
            worth += take * lot.value
            left -= take
        redemption = Redemption.objects.create(
            account=account,
            points=points,
            worth=worth,
            currency=tenancy.require_tenant().currency,
            parts=parts,
            expires_at=moment + RESERVED_FOR,
        )
        signals.raise_signal(TOPIC, redemption.expires_at)
        emit(
            events.RedemptionReserved(
                redemption=redemption.pk,
                customer=customer,
                points=points,
                worth=Money.of(worth, redemption.currency),
            ),
            subject_id=redemption.pk,
            object_version=redemption.version,
        )
        return redemption


def commit_redemption(
    *,
    redemption_id: uuid.UUID,
    customer_id: uuid.UUID | None,
    order_id: uuid.UUID,
    limit: Money,
    pointer: str = "/redemption",
) -> Money:
    """Uses points that were set aside for an order; returns what they are worth.

    For orders, in its transaction; the caller records the tender, which releases the liability. Raises
    ReferenceNotFound, RedemptionOfAnother, RedemptionNotReserved, RedemptionExceedsTotal. Emits
    loyalty.points_redeemed. Locks the account, then the redemption.
    """
    db.require_transaction()
    found = Redemption.objects.select_related("account").filter(pk=redemption_id).first()
    if found is None:
        raise ReferenceNotFound(reference=encode("red", redemption_id), pointer=pointer)
    if customer_id is None or found.account.customer_id != customer_id:
        raise RedemptionOfAnother(pointer=pointer)
    _account(customer_id)
    redemption = db.lock(Redemption, [redemption_id])[0]
    if redemption.state_now != RedemptionState.RESERVED:
        raise RedemptionNotReserved(pointer=pointer)
    worth = Money.of(redemption.worth, redemption.currency)
    if worth > limit:
        raise RedemptionExceedsTotal(worth=str(worth), total=str(limit), pointer=pointer)
    redemption.save_versioned(state=RedemptionState.COMMITTED, order_id=order_id)
    emit(
        events.PointsRedeemed(
            redemption=redemption.pk,
            customer=customer_id,
            order=order_id,
            points=redemption.points,
            worth=worth,
        ),
        subject_id=redemption.pk,
        object_version=redemption.version,
    )
    return worth


def cancel_redemption(
    *, principal: Principal, redemption_id: uuid.UUID, expected_version: int | None = None
) -> Redemption:
    """Gives points that were set aside back to their lots.

    Raises ResourceNotFound, VersionMismatch, RedemptionNotReserved. Emits loyalty.redemption_cancelled.
    Locks the account, then the redemption. A retry raises RedemptionNotReserved.
    """
    from backend.business.loyalty.selectors import redemptions_for

    with db.transaction():
        found = redemptions_for(principal).filter(pk=redemption_id).first()
        if found is None:
            raise ResourceNotFound()
        _account(found.account.customer_id)
        redemption = db.lock(Redemption, [redemption_id])[0]
        redemption.check_version(expected_version)
        if redemption.state_now != RedemptionState.RESERVED:
            raise RedemptionNotReserved()
        _give_back(redemption, found.account.customer_id)
        return redemption


def _give_back(redemption: Redemption, customer_id: uuid.UUID) -> None:
    for part in redemption.parts:
        Lot.objects.filter(pk=part["lot"]).update(taken=F("taken") - part["points"])
    redemption.save_versioned(state=RedemptionState.CANCELLED)
    emit(
        events.RedemptionCancelled(redemption=redemption.pk, customer=customer_id, points=redemption.points),
        subject_id=redemption.pk,
        object_version=redemption.version,
    )


def _give_back_overdue(account: Account, moment: datetime) -> int:
    overdue = db.lock_queryset(
        Redemption.objects.filter(account=account, state=RedemptionState.RESERVED, expires_at__lte=moment)
    )
    for redemption in overdue:
        _give_back(redemption, account.customer_id)
    return len(overdue)


def release_overdue_redemptions() -> int:
    """Gives back all points whose reservation has run out; returns how many redemptions.

    The sweep of signals calls for it when a reservation ends, and leaves a mark for the next one to end. Locks the
    accounts, each in a transaction of its own; a run that dies is called for again after some seconds.
    """
    moment = clock.now()
    with db.transaction():
        db.advisory_lock(TOPIC)
        signals.clear(TOPIC)
        ends = Redemption.objects.filter(state=RedemptionState.RESERVED).aggregate(at=Min("expires_at"))["at"]
        if ends is not None:
            signals.raise_signal(TOPIC, max(ends, signals.lease()))
    customers_due = (
        Redemption.objects.filter(state=RedemptionState.RESERVED, expires_at__lte=moment)
        .values_list("account__customer_id", flat=True)
        .distinct()
    )
    released = 0
    for customer_id in list(customers_due):
        with db.transaction():
            released += _give_back_overdue(_account(customer_id), moment)
    return released


def create_rule(*, principal: Principal, code: str, names: Mapping[str, str], **fields: Any) -> Rule:
    """A new earning rule.

    Raises RuleCodeTaken, RuleNotPositive, RuleTooGenerous, RulePeriodEmpty, ReferenceNotFound.
    """
    with db.transaction():
        db.advisory_lock("loyalty.rule", code)
        if Rule.objects.filter(code=code).exists():
            raise RuleCodeTaken(rule_code=code, pointer="/code")
        rule = Rule(code=code, names=dict(names), **_minor(fields))
        _check_rate(rule)
        rule.save(force_insert=True)
        return rule


def update_rule(
    *, principal: Principal, id: uuid.UUID, expected_version: int | None = None, **changes: Any
) -> Rule:
    """Changes a rule; lots that it made stay as they are.

    Raises ResourceNotFound, VersionMismatch, RuleNotPositive, RuleTooGenerous, RulePeriodEmpty, ReferenceNotFound.
    """
    with db.transaction():
        rule = Rule.objects.filter(pk=id).first()
        if rule is None:
            raise ResourceNotFound()
        rule.check_version(expected_version)
        if changes:
            columns = _minor(changes)
            for name, value in columns.items():
                setattr(rule, name, value)
            _check_rate(rule)
            rule.save_versioned(**columns)
        return rule


def _check_rate(rule: Rule) -> None:
    """At most one point a minor unit, worth at most what was paid: then points and their worth fit a bigint.

    A period ends after it began.
    """
    if rule.valid_from is not None and rule.valid_until is not None and rule.valid_until <= rule.valid_from:
        raise RulePeriodEmpty(pointer="/valid_until")
    if rule.points > rule.per:
        raise RuleTooGenerous(pointer="/points")
    if rule.points * rule.value > rule.per:
        raise RuleTooGenerous(pointer="/value")


def _minor(fields: Mapping[str, Any]) -> dict[str, Any]:
    result = dict(fields)
    code = tenancy.require_tenant().currency
    for name in ("per", "value"):
        if isinstance(result.get(name), Money):
            if result[name].currency.code != code:
                raise ReferenceNotFound(reference=result[name].currency.code, pointer=f"/{name}/currency")
            if name == "per" and result[name].minor <= 0:
                raise RuleNotPositive(pointer="/per")
            result[name] = result[name].minor
            result["currency"] = code
    return result


def seed_rules(specs: Sequence[RuleSpec]) -> None:
    """The earning rules of a pack, in one statement; those that are there stay as they are."""
    code = tenancy.require_tenant().currency
    Rule.objects.bulk_create(
        [
            Rule(
                code=spec.code,
                names=dict(spec.names),
                points=spec.points,
                per=spec.per,
                value=spec.value,
                currency=code,
                customer_class=spec.customer_class,
                pending_days=spec.pending_days,
                valid_days=spec.valid_days,
            )
            for spec in specs
        ],
        ignore_conflicts=True,
    )

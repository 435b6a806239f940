"""Points are earned by what was bought, and what a sale would earn is tried without earning it."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import ROUND_DOWN, Decimal
from fractions import Fraction
from typing import Any, TypeVar

from django.db.models import Q, Sum

from backend.business.catalog import facade as catalog
from backend.business.customers import facade as customers
from backend.business.ledger import facade as ledger
from backend.business.ledger.types import Entry, credit, debit
from backend.business.loyalty import events
from backend.business.loyalty.debts import settle_debts
from backend.business.loyalty.earning import Buyer, Line, Share, bases, work_out
from backend.business.loyalty.errors import DryRunAmbiguous
from backend.business.loyalty.models import Account, Lot, Promotion, Redemption, Rule, Targeted
from backend.business.loyalty.services import locked_account
from backend.business.loyalty.types import (
    EarnedLine,
    EarnedLot,
    LotSource,
    Purchase,
    PurchaseLine,
    RedemptionState,
    TriedRules,
)
from backend.kernel import clock, db, tenancy
from backend.kernel.errors import ReferenceNotFound
from backend.kernel.events import emit
from backend.kernel.ids import encode, new_id
from backend.kernel.money import Money
from backend.kernel.permissions import Principal

Aimed = TypeVar("Aimed", bound=Targeted)
FindPurchase = Callable[[Principal, uuid.UUID], Purchase | None]

_find_purchase: FindPurchase | None = None


def register_purchases(find: FindPurchase) -> None:
    """Tells loyalty, at start-up, how a caller's order is found: what sells stands above it."""
    global _find_purchase
    _find_purchase = find


@dataclass(frozen=True, slots=True)
class _Terms:
    """What points of one lot have in common."""

    value: int
    active_from: datetime
    expires_at: datetime | None


@dataclass(frozen=True, slots=True)
class _Earning:
    """What a sale earns: its lines, and which of them make a lot on the same terms."""

    lines: tuple[EarnedLine, ...]
    lots: dict[_Terms, tuple[EarnedLine, ...]]


def earn_points(*, purchase: Purchase, at: datetime | None = None) -> list[Lot]:
    """Earns the points of a completed sale, line by line as `earning` says; the lots, none where nothing earns.

    What redeemed points paid for earns none. Posts the liability at `at` (now, unless given), and now where that
    period is closed. What the customer owes for cancelled orders is settled from them at once. Emits
    loyalty.points_earned for each lot, and loyalty.debt_settled. Keeps the customer from being merged, and locks the
    account. A second call for the same order does nothing.
    """
    if purchase.customer_id is None or purchase.order_id is None:
        return []
    with db.transaction():
        # Between the sale and this the customer may have been merged into another.
        purchase = replace(purchase, customer_id=customers.keep_survivor(purchase.customer_id))
        assert purchase.customer_id is not None
        assert purchase.order_id is not None
        moment = at or clock.now()
        earning = _earning(purchase, moment)
        if not earning.lots:
            return []
        account = locked_account(purchase.customer_id)
        # One that was cancelled since earns no more, however late it is told of.
        if Lot.objects.filter(source_type__in=list(LotSource), source_id=purchase.order_id).exists():
            return []
        made = [
            _keep(account, purchase, part, terms, lines, moment)
            for part, (terms, lines) in enumerate(earning.lots.items())
        ]
        settle_debts(account, clock.now())
        return made


def _keep(
    account: Account,
    purchase: Purchase,
    part: int,
    terms: _Terms,
    lines: tuple[EarnedLine, ...],
    moment: datetime,
) -> Lot:
    assert purchase.customer_id is not None
    assert purchase.order_id is not None
    points = sum(line.points for line in lines)
    lot = Lot.objects.create(
        id=new_id(),
        account=account,
        points=points,
        value=terms.value,
        currency=purchase.currency,
        source_type=LotSource.ORDER,
        source_id=purchase.order_id,
        part=part,
        lines=[_kept(line) for line in lines],
        active_from=terms.active_from,
        expires_at=terms.expires_at,
        created_at=moment,
    )
    worth = Money.of(points * terms.value, purchase.currency)
    if worth:
        ledger.post(
            [
                Entry(
                    key=f"points:{lot.pk}",
                    at=moment,
                    # Told of late: the period of the order may be closed by now.
                    otherwise=clock.now(),
                    description=f"{points} points earned",
                    legs=(debit(ledger.LOYALTY_EXPENSE, worth), credit(ledger.LOYALTY_LIABILITY, worth)),
                    unit=purchase.branch_id,
                    subject_type="order",
                    subject_id=purchase.order_id,
                )
            ]
        )
    account.save_versioned()
    emit(
        events.PointsEarned(
            account=account.pk,
            customer=purchase.customer_id,
            lot=lot.pk,
            order=purchase.order_id,
            points=points,
            worth=worth,
        ),
        subject_id=account.pk,
        object_version=account.version,
    )
    return lot


def try_rules(
    *,
    principal: Principal,
    order: uuid.UUID | None = None,
    amount: Money | None = None,
    customer: uuid.UUID | None = None,
    at: datetime | None = None,
) -> TriedRules:
    """What an order would earn, line by line and by which rules; or a sale of an amount (its price without tax).

    An order is that of its customer, and of the time at which it was completed or now; one of nobody earns nothing.
    An amount is for a customer, or for one of no class. `at` stands instead of the time. Writes nothing.

    Raises DryRunAmbiguous, and ReferenceNotFound for an order or a customer that the caller does not see and for
    another currency than the books'.
    """
    if (order is None) == (amount is None):
        raise DryRunAmbiguous(pointer="/order")
    if order is not None:
        if customer is not None:
            raise DryRunAmbiguous(pointer="/customer")
        found = _find_purchase(principal, order) if _find_purchase is not None else None
        if found is None:
            raise ReferenceNotFound(reference=encode("ord", order), pointer="/order")
        return tried(found, at or found.completed_at or clock.now())
    assert amount is not None
    if customer is not None:
        customers.customer_for_reference(principal, customer, pointer="/customer", active_only=False)
    code = tenancy.require_tenant().currency
    if amount.currency.code != code:
        raise ReferenceNotFound(reference=amount.currency.code, pointer="/amount/currency")
    sale = Purchase(None, customer, None, code, amount.minor, (PurchaseLine(amount.minor),))
    return tried(sale, at or clock.now())


def tried(purchase: Purchase, moment: datetime) -> TriedRules:
    """What a sale earns at a time, told; see `try_rules`."""
    earning = _earning(purchase, moment)
    lots = tuple(
        EarnedLot(
            points=sum(line.points for line in lines),
            value=Money.of(terms.value, purchase.currency),
            worth=sum((line.worth for line in lines), Money.zero(purchase.currency)),
            active_from=terms.active_from,
            expires_at=terms.expires_at,
        )
        for terms, lines in earning.lots.items()
    )
    rules = {line.rule_id: line.rule_code for line in earning.lines if line.rule_id is not None}
    rule_id, rule_code = next(iter(rules.items())) if len(rules) == 1 else (None, None)
    return TriedRules(
        rule_id=rule_id,
        rule_code=rule_code,
        points=sum(lot.points for lot in lots),
        worth=sum((lot.worth for lot in lots), Money.zero(purchase.currency)),
        active_from=min((lot.active_from for lot in lots), default=None),
        expires_at=min((lot.expires_at for lot in lots if lot.expires_at is not None), default=None),
        lots=lots,
        lines=earning.lines,
    )


def _earning(purchase: Purchase, moment: datetime) -> _Earning:
    """What a sale earns at a time; an order of nobody earns nothing."""
    nobodys = purchase.order_id is not None and purchase.customer_id is None
    rules = [] if nobodys else _in_force(Rule, purchase.currency, moment)
    promotions = _in_force(Promotion, purchase.currency, moment) if rules else []
    by_category = any(one.category_id is not None for one in (*rules, *promotions))
    products = {line.product_id for line in purchase.lines if line.product_id is not None}
    facts = catalog.product_facts(products) if by_category and products else {}
    earning_bases = bases(
        [line.net for line in purchase.lines], total=purchase.total, redeemed=_redeemed(purchase)
    )
    lines = [
        Line(
            base=base,
            service_id=line.service_id,
            product_id=line.product_id,
            categories=facts[line.product_id].categories if line.product_id in facts else (),
        )
        for line, base in zip(purchase.lines, earning_bases, strict=True)
    ]
    shares = work_out(lines, _buyer(purchase.customer_id), rules, promotions)
    told = tuple(
        _told(sold, line.base, share, purchase.currency)
        for sold, line, share in zip(purchase.lines, lines, shares, strict=True)
    )
    lots: dict[_Terms, tuple[EarnedLine, ...]] = {}
    for line_told, share in zip(told, shares, strict=True):
        if share.points and share.rule is not None:
            terms = _terms(share.rule, moment)
            lots[terms] = (*lots.get(terms, ()), line_told)
    return _Earning(told, lots)


def _in_force(model: type[Aimed], currency: str, moment: datetime) -> list[Aimed]:
    rows: Any = model._default_manager.filter(
        Q(valid_from__isnull=True) | Q(valid_from__lte=moment),
        Q(valid_until__isnull=True) | Q(valid_until__gt=moment),
        active=True,
        currency=currency,
    )
    return list(rows.order_by("pk"))


def _redeemed(purchase: Purchase) -> int:
    """What points paid of the sale, in minor units."""
    if purchase.order_id is None:
        return 0
    used = Redemption.objects.filter(order_id=purchase.order_id, state=RedemptionState.COMMITTED)
    return int(used.aggregate(worth=Sum("worth"))["worth"] or 0)


def _buyer(customer_id: uuid.UUID | None) -> Buyer:
    if customer_id is None:
        return Buyer()
    facts = customers.customer_facts([customer_id]).get(customer_id)
    return Buyer(facts.class_code, facts.kind.value, facts.tags) if facts is not None else Buyer()


def _terms(rule: Rule, moment: datetime) -> _Terms:
    active = moment + timedelta(days=rule.pending_days)
    return _Terms(rule.value, active, active + timedelta(days=rule.valid_days) if rule.valid_days else None)


def _told(sold: PurchaseLine, base: int, share: Share, currency: str) -> EarnedLine:
    rule = share.rule
    return EarnedLine(
        line_id=sold.id,
        code=sold.code,
        base=Money.of(base, currency),
        rule_id=rule.pk if rule is not None else None,
        rule_code=rule.code if rule is not None else None,
        promotions=tuple(one.code for one in share.promotions),
        factor=shown(share.factor),
        points=share.points,
        worth=Money.of(share.points * rule.value if rule is not None else 0, currency),
    )


def shown(factor: Fraction) -> Decimal:
    """A factor with three places, rounded down: it is exact unless it was cut to what was paid."""
    return (Decimal(factor.numerator) / Decimal(factor.denominator)).quantize(Decimal("0.001"), ROUND_DOWN)


def _kept(line: EarnedLine) -> dict[str, Any]:
    """A line as its lot keeps it; see `Lot.earned`."""
    return {
        "line": str(line.line_id) if line.line_id is not None else None,
        "code": line.code,
        "base": line.base.minor,
        "rule": str(line.rule_id),
        "rule_code": line.rule_code,
        "promotions": list(line.promotions),
        "factor": str(line.factor),
        "points": line.points,
    }

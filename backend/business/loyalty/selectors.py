"""Reads of loyalty."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Collection
from datetime import datetime
from typing import TypeVar

from django.db.models import Case, F, Model, Q, QuerySet, Sum, TextField, Value, When
from django.db.models.functions import Coalesce

from backend.business.customers import facade as customers
from backend.business.loyalty import permissions as p
from backend.business.loyalty.models import Lot, Promotion, Redemption, Rule
from backend.business.loyalty.types import PointsBalance, RedemptionState
from backend.kernel import clock, tenancy
from backend.kernel.money import Money
from backend.kernel.permissions import Permission, Principal, scoped

Row = TypeVar("Row", bound=Model)


def _reachable(rows: QuerySet[Row], principal: Principal, permission: Permission) -> QuerySet[Row]:
    """Rows of customers that a scope reaches; a right over branches reaches customers of no branch too."""
    scope = principal.scope(permission)
    if scope is not None and scope.branches and not scope.everything:
        reach = Q(account__customer__branch_id__in=list(scope.branches)) | Q(
            account__customer__branch_id__isnull=True
        )
        return rows.filter(reach | Q(account__customer_id__in=list(scope.customers)))
    return scoped(rows, principal, permission, customer="account__customer_id")


def lots_for(principal: Principal) -> QuerySet[Lot]:
    """The lots that the caller may see."""
    rows = Lot.objects.select_related("account").annotate(left=F("points") - F("taken"))
    return _reachable(rows, principal, p.VIEW)


def redemptions_for(principal: Principal) -> QuerySet[Redemption]:
    """The redemptions that the caller may see, with `shown`: `state_now` for filters."""
    rows = Redemption.objects.select_related("account").annotate(
        shown=Case(
            When(_overdue(clock.now()), then=Value(str(RedemptionState.CANCELLED))),
            default=F("state"),
            output_field=TextField(),
        )
    )
    return _reachable(rows, principal, p.REDEEM)


def _overdue(moment: datetime) -> Q:
    """Reservations that have run out, and whose points nobody gave back yet."""
    return Q(state=RedemptionState.RESERVED, expires_at__lte=moment)


def rules_for(principal: Principal) -> QuerySet[Rule]:
    """The earning rules."""
    return Rule.objects.all()


def promotions_for(principal: Principal) -> QuerySet[Promotion]:
    """The promotions that multiply what rules earn."""
    return Promotion.objects.all()


def points_worth(*, returning: Collection[uuid.UUID] = ()) -> int:
    """What all points that are left or set aside are worth, in minor units: what the liability has to say.

    `returning` are redemptions whose orders were cancelled: those that are not given back yet count too. Two
    queries over all rows, so it is for a nightly check, not for a request.
    """
    left = Lot.objects.aggregate(worth=Coalesce(Sum((F("points") - F("taken")) * F("value")), 0))["worth"]
    held = Redemption.objects.filter(
        Q(state=RedemptionState.RESERVED) | Q(state=RedemptionState.COMMITTED, pk__in=list(returning))
    ).aggregate(worth=Coalesce(Sum("worth"), 0))["worth"]
    return int(left + held)


def balance_for(principal: Principal, customer_id: uuid.UUID) -> PointsBalance:
    """A customer's points, for a caller that sees the customer and whose right to see points reaches it.

    Raises PermissionDenied, ReferenceNotFound.
    """
    principal.require(p.VIEW)
    customers.customer_for_reference(
        principal, customer_id, pointer="?customer", active_only=False, merged_too=True, permission=p.VIEW
    )
    moment = clock.now()
    held = list(
        Redemption.objects.filter(
            account__customer_id=customer_id, state=RedemptionState.RESERVED
        ).values_list("points", "parts", "expires_at")
    )
    # What is set aside for too long is free: whoever reserves next takes it.
    free: Counter[uuid.UUID] = Counter()
    for _points, parts, ends in held:
        if ends <= moment:
            for part in parts:
                free[uuid.UUID(part["lot"])] += part["points"]
    lots = list(
        Lot.objects.filter(account__customer_id=customer_id)
        .filter(~Q(taken=F("points")) | Q(pk__in=list(free)))
        .filter(Q(expires_at__isnull=True) | Q(expires_at__gt=moment))
        .order_by(F("expires_at").asc(nulls_last=True), "pk")
    )
    debt = sum(lot.taken - lot.points for lot in lots if lot.points < 0)
    left: dict[uuid.UUID, int] = {}
    for lot in lots:
        if lot.points > 0:
            # What is free settles debts before anybody can use it.
            has = lot.points - lot.taken + free[lot.pk]
            left[lot.pk] = has - min(debt, has)
            debt -= min(debt, has)
    lots = [lot for lot in lots if left.get(lot.pk)]
    usable = [lot for lot in lots if lot.active_from <= moment]
    code = tenancy.require_tenant().currency
    return PointsBalance(
        customer_id=customer_id,
        available=sum(left[lot.pk] for lot in usable),
        pending=sum(left[lot.pk] for lot in lots if lot.active_from > moment),
        reserved=sum(points for points, _parts, ends in held if ends > moment),
        debt=debt,
        worth=Money.of(sum(left[lot.pk] * lot.value for lot in usable), code),
        next_expiry=min((lot.expires_at for lot in usable if lot.expires_at), default=None),
    )

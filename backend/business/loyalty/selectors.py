"""Reads of loyalty."""

from __future__ import annotations

import uuid

from django.db.models import F, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from backend.business.loyalty import permissions as p
from backend.business.loyalty.models import Lot, Redemption, Rule
from backend.business.loyalty.types import PointsBalance, RedemptionState
from backend.kernel import clock, tenancy
from backend.kernel.money import Money
from backend.kernel.permissions import Principal, scoped


def lots_for(principal: Principal) -> QuerySet[Lot]:
    """The lots that the caller may see."""
    rows = Lot.objects.select_related("account").annotate(left=F("points") - F("taken"))
    return scoped(rows, principal, p.VIEW, customer="account__customer_id")


def redemptions_for(principal: Principal) -> QuerySet[Redemption]:
    """The redemptions that the caller may see."""
    return scoped(
        Redemption.objects.select_related("account"), principal, p.REDEEM, customer="account__customer_id"
    )


def rules_for(principal: Principal) -> QuerySet[Rule]:
    """The earning rules."""
    return Rule.objects.all()


def balance_for(principal: Principal, customer_id: uuid.UUID) -> PointsBalance:
    """A customer's points, for a caller whose scope reaches the customer. Raises PermissionDenied."""
    principal.require_over(p.VIEW, customer=customer_id)
    moment = clock.now()
    lots = list(
        Lot.objects.filter(account__customer_id=customer_id, taken__lt=F("points"))
        .filter(Q(expires_at__isnull=True) | Q(expires_at__gt=moment))
        .order_by("pk")
    )
    usable = [lot for lot in lots if lot.active_from <= moment]
    reserved = Redemption.objects.filter(
        account__customer_id=customer_id, state=RedemptionState.RESERVED
    ).aggregate(total=Coalesce(Sum("points"), 0))["total"]
    code = tenancy.require_tenant().currency
    return PointsBalance(
        customer_id=customer_id,
        available=sum(lot.points - lot.taken for lot in usable),
        pending=sum(lot.points - lot.taken for lot in lots if lot.active_from > moment),
        reserved=reserved,
        worth=Money.of(sum((lot.points - lot.taken) * lot.value for lot in usable), code),
        next_expiry=min((lot.expires_at for lot in usable if lot.expires_at), default=None),
    )

"""Accounts, lots, redemptions and the rules that earn."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from backend.business.loyalty.types import RedemptionState
from backend.kernel import clock
from backend.kernel.db.models import Record
from backend.kernel.ids import IdField
from backend.kernel.money import CurrencyField, MinorField


class Account(Record):
    """A customer's points. The row is what concurrent changes lock; the balance is the sum of lots."""

    id = IdField(prefix="lac")
    customer = models.OneToOneField("customers.Customer", on_delete=models.PROTECT)

    class Meta:
        db_table = "loyalty_account"


class Lot(models.Model):
    """Points that came together: how many, how many of them are taken, and until when they are good.

    `value` is what one point is worth in minor units when it is redeemed, fixed when the lot is made, so
    that the liability in the books is released as it was taken up.
    """

    id = IdField(prefix="lot")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="lots", db_index=False)
    points = models.BigIntegerField()
    taken = models.BigIntegerField(default=0)
    value = MinorField()
    currency = CurrencyField()
    source_type = models.TextField()
    source_id = models.UUIDField()
    active_from = models.DateTimeField()
    expires_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        db_table = "loyalty_lot"
        constraints = [
            models.CheckConstraint(
                condition=Q(points__gt=0, taken__gte=0, taken__lte=F("points")),
                name="loyalty_lot_not_overdrawn",
            ),
            models.UniqueConstraint(fields=["source_type", "source_id"], name="loyalty_lot_source_once"),
        ]
        indexes = [models.Index(fields=["account", "expires_at"], name="loyalty_lot_account")]


class Redemption(Record):
    """Points set aside, then used or given back. `parts` says from which lots: [{lot, points}]."""

    id = IdField(prefix="red")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="redemptions")
    points = models.BigIntegerField()
    worth = MinorField()
    currency = CurrencyField()
    state = models.TextField(default="reserved")
    parts = models.JSONField(default=list)
    order_id = models.UUIDField(null=True)
    expires_at = models.DateTimeField()

    class Meta:
        db_table = "loyalty_redemption"
        constraints = [models.CheckConstraint(condition=Q(points__gt=0), name="loyalty_redemption_positive")]

    @property
    def state_now(self) -> str:
        """The state; one whose time has run out is over from that moment, not from when somebody tidies up."""
        over = self.state == RedemptionState.RESERVED and self.expires_at <= clock.now()
        return RedemptionState.CANCELLED if over else self.state


class Rule(Record):
    """How points are earned: `points` for each `per` minor units of an order's price without tax.

    A rule with a period (`valid_from` inclusive, `valid_until` exclusive) earns for orders completed within it.
    """

    id = IdField(prefix="lru")
    code = models.TextField()
    names = models.JSONField(default=dict)
    points = models.BigIntegerField()
    per = MinorField()
    value = MinorField()
    currency = CurrencyField()
    customer_class = models.TextField(null=True)
    pending_days = models.IntegerField(default=0)
    valid_days = models.IntegerField(null=True)
    valid_from = models.DateTimeField(null=True)
    valid_until = models.DateTimeField(null=True)
    active = models.BooleanField(default=True)

    class Meta:
        db_table = "loyalty_rule"
        constraints = [
            models.UniqueConstraint(fields=["code"], name="loyalty_rule_code_once"),
            models.CheckConstraint(
                condition=Q(points__gt=0, per__gt=0, value__gte=0), name="loyalty_rule_positive"
            ),
        ]

"""Accounts, lots, redemptions and the rules that earn."""

from __future__ import annotations

import uuid
from decimal import Decimal

from django.db import models
from django.db.models import F, Q

from backend.business.loyalty.types import EarnedLine, RedemptionState
from backend.kernel import clock
from backend.kernel.db.models import Record
from backend.kernel.ids import IdField
from backend.kernel.money import CurrencyField, MinorField, Money


class Account(Record):
    """A customer's points. The row is what concurrent changes lock; the balance is the sum of lots."""

    id = IdField(prefix="lac")
    customer = models.OneToOneField("customers.Customer", on_delete=models.PROTECT)

    class Meta:
        db_table = "loyalty_account"


class Lot(models.Model):
    """Points that came together: how many, how many of them are taken, and until when they are good.

    `value` is what one point is worth in minor units when it is redeemed, fixed when the lot is made, so
    that the liability in the books is released as it was taken up. An order whose lines earn on different terms
    makes several lots, numbered by `part` from 0. `lines` says how each line of the order came to its points:
    see `trace`.

    A debt is a lot of points below nothing, settled as far as `taken` says, by the `parts` of other lots: see `debts`.
    """

    id = IdField(prefix="lot")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="lots", db_index=False)
    points = models.BigIntegerField()
    taken = models.BigIntegerField(default=0)
    value = MinorField()
    currency = CurrencyField()
    source_type = models.TextField()
    source_id = models.UUIDField()
    part = models.IntegerField(default=0, db_default=0)
    lines = models.JSONField(default=list, db_default=[])
    parts = models.JSONField(default=list, db_default=[])
    active_from = models.DateTimeField()
    expires_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        db_table = "loyalty_lot"
        constraints = [
            models.CheckConstraint(
                condition=Q(points__gt=0, taken__gte=0, taken__lte=F("points"))
                | Q(points__lt=0, taken__lte=0, taken__gte=F("points"), value=0),
                name="loyalty_lot_not_overdrawn",
            ),
            models.UniqueConstraint(
                fields=["source_type", "source_id", "part"], name="loyalty_lot_source_part_once"
            ),
        ]
        indexes = [models.Index(fields=["account", "expires_at"], name="loyalty_lot_account")]

    @property
    def earned(self) -> list[EarnedLine]:
        """How each line that earned came to its points; nothing for a lot of before lines were kept."""
        return [
            EarnedLine(
                line_id=uuid.UUID(line["line"]) if line["line"] else None,
                code=line["code"],
                base=Money.of(line["base"], self.currency),
                rule_id=uuid.UUID(line["rule"]),
                rule_code=line["rule_code"],
                promotions=tuple(line["promotions"]),
                factor=Decimal(line["factor"]),
                points=line["points"],
                worth=Money.of(line["points"] * self.value, self.currency),
            )
            for line in self.lines
        ]


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
        indexes = [
            models.Index(
                fields=["order_id"], condition=Q(order_id__isnull=False), name="loyalty_redemption_order"
            )
        ]

    @property
    def state_now(self) -> str:
        """The state; one whose time has run out is over from that moment, not from when somebody tidies up."""
        over = self.state == RedemptionState.RESERVED and self.expires_at <= clock.now()
        return RedemptionState.CANCELLED if over else self.state


class Targeted(Record):
    """What a rule or a promotion is limited to: what is null limits nothing.

    At most one of `service`, `product` and `category` is named; a category holds those below it. `minimum` is what
    the lines that fit come to at least, in minor units. A period (`valid_from` inclusive, `valid_until` exclusive)
    is compared with the time at which an order is completed.
    """

    code = models.TextField()
    names = models.JSONField(default=dict)
    service = models.ForeignKey(
        "catalog.Service", on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    product = models.ForeignKey(
        "catalog.Product", on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    category = models.ForeignKey(
        "catalog.Term", on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    customer_class = models.TextField(null=True)
    customer_kind = models.TextField(null=True)
    customer_tag = models.TextField(null=True)
    minimum = MinorField(null=True)
    currency = CurrencyField()
    valid_from = models.DateTimeField(null=True)
    valid_until = models.DateTimeField(null=True)
    active = models.BooleanField(default=True)

    class Meta:
        abstract = True


class Rule(Targeted):
    """How points are earned: `points` for each `per` minor units of the price without tax of the lines that it fits.

    No points at all keep the lines from earning by another rule. Of rules that are as specific, the one with the
    higher `rank` counts.
    """

    id = IdField(prefix="lru")
    points = models.BigIntegerField()
    per = MinorField()
    value = MinorField()
    rank = models.IntegerField(default=0, db_default=0)
    pending_days = models.IntegerField(default=0)
    valid_days = models.IntegerField(null=True)

    class Meta:
        db_table = "loyalty_rule"
        constraints = [
            models.UniqueConstraint(fields=["code"], name="loyalty_rule_code_once"),
            models.CheckConstraint(
                condition=Q(points__gte=0, per__gt=0, value__gte=0), name="loyalty_rule_not_negative"
            ),
        ]


class Promotion(Targeted):
    """Multiplies, by `factor`, what the lines that it fits earn by their rule.

    One that `combines` multiplies together with the others that do; one that does not stands alone.
    """

    id = IdField(prefix="lpm")
    factor = models.DecimalField(max_digits=6, decimal_places=3)
    combines = models.BooleanField(default=False)

    class Meta:
        db_table = "loyalty_promotion"
        constraints = [
            models.UniqueConstraint(fields=["code"], name="loyalty_promotion_code_once"),
            models.CheckConstraint(
                condition=Q(factor__gt=1, factor__lte=100), name="loyalty_promotion_multiplies"
            ),
        ]

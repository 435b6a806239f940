"""Bodies of loyalty."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from backend.business.customers.types import CustomerKind
from backend.business.loyalty.types import LotSource, RedemptionState
from backend.kernel.api import fields as f
from backend.kernel.api.serializers import Read, RecordRead, Write

KINDS = [kind.value for kind in CustomerKind]
TAG = "The customer has this tag."
MINIMUM = "What the lines that fit come to at least, without tax and without what points paid."
CLASS = "^[a-z][a-z0-9_]*$"
FACTOR_OVER, FACTOR_MOST = Decimal("1.001"), Decimal(100)


class LoyaltyEarnedLineRead(Read):
    """How a line comes to its points."""

    line = f.Id("oln", source="line_id", allow_null=True, help_text="Null for a dry run of an amount.")
    code = f.Text()
    base = f.Money(help_text="What earns of the line's price: without tax, and without what points paid.")
    rule = f.Id("lru", source="rule_id", allow_null=True, help_text="Null where no rule fits.")
    rule_code = f.Text(allow_null=True)
    promotions = f.ListOf(f.Text(), help_text="The codes of those that count.")
    factor = f.DecimalText(
        digits=6,
        places=3,
        help_text="What promotions multiply by, cut where points would be worth more than was paid.",
    )
    points = f.Int()
    worth = f.Money()


class LoyaltyEarnedLotRead(Read):
    """Points on the same terms."""

    points = f.Int()
    value = f.Money(help_text="What one point is worth.")
    worth = f.Money()
    active_from = f.DateTime()
    expires_at = f.DateTime(allow_null=True)


class LoyaltyLotRead(Read):
    """Points that came together."""

    id = f.Id("lot")
    customer = f.Id("cus", source="account.customer_id")
    kind = f.Choice(
        [one.value for one in LotSource],
        enum="LoyaltyLotKind",
        source="source_type",
        help_text="order_cancelled: taken back. debt: owed for a cancelled order whose points were used before.",
    )
    points = f.Int(help_text="Below zero for a debt.")
    left = f.Int(help_text="Neither used nor taken back; below zero for what of a debt is not settled yet.")
    value = f.Money(help_text="What one point is worth.")
    order = f.Id("ord", source="source_id")
    lines = f.ListOf(
        LoyaltyEarnedLineRead(),
        source="earned",
        help_text="The lines of the order that earned; older lots have none.",
    )
    active_from = f.DateTime()
    expires_at = f.DateTime(allow_null=True)
    created_at = f.DateTime()
    allowed_actions = f.AllowedActions()


class LoyaltyBalanceQuery(Write):
    """Whose points."""

    customer = f.Id("cus")


class LoyaltyBalanceRead(Read):
    """A customer's points."""

    customer = f.Id("cus", source="customer_id")
    available = f.Int(help_text="Usable now.")
    pending = f.Int(help_text="Earned, usable later.")
    reserved = f.Int(help_text="Set aside by redemptions that are not used yet.")
    debt = f.Int(
        help_text="Owed for cancelled orders; settled from the next points that come. Until then none is available."
    )
    worth = f.Money(help_text="What the usable points are worth.")
    next_expiry = f.DateTime(allow_null=True)


class RedemptionRead(RecordRead):
    """Points set aside, used or given back."""

    id = f.Id("red")
    customer = f.Id("cus", source="account.customer_id")
    points = f.Int()
    worth = f.Money()
    state = f.Choice(
        [state.value for state in RedemptionState],
        enum="RedemptionState",
        source="state_now",
        help_text="Points that are set aside for too long are as good as given back.",
    )
    order = f.Id("ord", source="order_id", allow_null=True)
    expires_at = f.DateTime(help_text="Until when the points stay set aside.")


class RedemptionCreate(Write):
    """Points to set aside."""

    customer = f.Id("cus", required=False, help_text="A customer redeems its own.")
    points = f.Int(min_value=1, max_value=1_000_000_000)


def _only(prefix: str, **more: Any) -> f.Id:
    name = {"svc": "service_id", "prd": "product_id", "ter": "category_id"}[prefix]
    return f.Id(prefix, source=name, allow_null=True, **more)


class LoyaltyTargetRead(RecordRead):
    """What a rule or a promotion is limited to; null limits nothing."""

    code = f.Text()
    name = f.Localized(source="names")
    service = _only("svc")
    product = _only("prd")
    category = _only("ter", help_text="With all categories below it.")
    customer_class = f.Text(allow_null=True)
    customer_kind = f.Choice(KINDS, enum="CustomerKind", allow_null=True)
    customer_tag = f.Text(allow_null=True, help_text=TAG)
    minimum = f.Money(allow_null=True, help_text=MINIMUM)
    valid_from = f.DateTime(allow_null=True, help_text="Earns for orders completed from then on.")
    valid_until = f.DateTime(allow_null=True, help_text="Earns for orders completed before.")
    active = f.Bool()


class LoyaltyTargetCreate(Write):
    """What a new rule or promotion is limited to: at most one of service, product and category."""

    code = f.Text(max_length=40, pattern=CLASS)
    names = f.LocalizedIn()
    service = _only("svc", required=False)
    product = _only("prd", required=False)
    category = _only("ter", required=False)
    customer_class = f.Text(max_length=40, required=False, allow_null=True)
    customer_kind = f.Choice(KINDS, enum="CustomerKind", required=False, allow_null=True)
    customer_tag = f.Text(max_length=40, required=False, allow_null=True)
    minimum = f.MoneyIn(required=False, allow_null=True)
    valid_from = f.DateTime(required=False, allow_null=True)
    valid_until = f.DateTime(required=False, allow_null=True)


class LoyaltyTargetUpdate(Write):
    """Changes of what a rule or a promotion is limited to."""

    names = f.LocalizedIn()
    service = _only("svc")
    product = _only("prd")
    category = _only("ter")
    customer_class = f.Text(max_length=40, allow_null=True)
    customer_kind = f.Choice(KINDS, enum="CustomerKind", allow_null=True)
    customer_tag = f.Text(max_length=40, allow_null=True)
    minimum = f.MoneyIn(allow_null=True)
    valid_from = f.DateTime(allow_null=True)
    valid_until = f.DateTime(allow_null=True)
    active = f.Bool()


class LoyaltyRuleRead(LoyaltyTargetRead):
    """How points are earned."""

    id = f.Id("lru")
    points = f.Int(help_text="For each `per` of the price without tax of the lines that the rule fits.")
    per = f.Money()
    value = f.Money(help_text="What one point is worth when it is redeemed.")
    rank = f.Int(help_text="Of rules that are as specific, the higher counts.")
    pending_days = f.Int()
    valid_days = f.Int(allow_null=True)


class LoyaltyRuleCreate(LoyaltyTargetCreate):
    """A new earning rule."""

    points = f.Int(
        min_value=0, max_value=1_000_000, help_text="0: the lines that the rule fits earn nothing."
    )
    per = f.MoneyIn()
    value = f.MoneyIn()
    rank = f.Int(min_value=-1000, max_value=1000, required=False)
    pending_days = f.Int(min_value=0, max_value=365, required=False)
    valid_days = f.Int(min_value=1, max_value=3650, required=False, allow_null=True)


class LoyaltyRuleUpdate(LoyaltyTargetUpdate):
    """Changes of an earning rule."""

    points = f.Int(min_value=0, max_value=1_000_000)
    per = f.MoneyIn()
    value = f.MoneyIn()
    rank = f.Int(min_value=-1000, max_value=1000)
    pending_days = f.Int(min_value=0, max_value=365)
    valid_days = f.Int(min_value=1, max_value=3650, allow_null=True)


class LoyaltyPromotionRead(LoyaltyTargetRead):
    """What multiplies the points of lines."""

    id = f.Id("lpm")
    factor = f.DecimalText(digits=6, places=3)
    combines = f.Bool(help_text="Whether it multiplies together with others that do.")


class LoyaltyPromotionCreate(LoyaltyTargetCreate):
    """A new promotion."""

    factor = f.DecimalText(digits=6, places=3, min_value=FACTOR_OVER, max_value=FACTOR_MOST)
    combines = f.Bool(required=False)


class LoyaltyPromotionUpdate(LoyaltyTargetUpdate):
    """Changes of a promotion."""

    factor = f.DecimalText(digits=6, places=3, min_value=FACTOR_OVER, max_value=FACTOR_MOST)
    combines = f.Bool()


class LoyaltyDryRun(Write):
    """An order that is placed, or the amount of one that nobody places."""

    order = f.Id("ord", required=False)
    amount = f.MoneyIn(required=False, help_text="The price without tax.")
    customer = f.Id(
        "cus", required=False, allow_null=True, help_text="Beside an amount; one of no class, where left out."
    )
    at = f.DateTime(
        required=False, help_text="When it is completed; unless given, when the order was, or now."
    )


class LoyaltyEarningRead(Read):
    """What the order would earn; nothing was written."""

    rule = f.Id(
        "lru",
        source="rule_id",
        allow_null=True,
        help_text="Null where no rule earns, or several do: see the lines.",
    )
    rule_code = f.Text(allow_null=True)
    points = f.Int()
    worth = f.Money(help_text="What the points are worth when they are redeemed.")
    active_from = f.DateTime(allow_null=True, help_text="The earliest of the lots.")
    expires_at = f.DateTime(allow_null=True, help_text="The earliest of the lots.")
    lots = f.ListOf(LoyaltyEarnedLotRead(), help_text="One for each different terms.")
    lines = f.ListOf(LoyaltyEarnedLineRead())

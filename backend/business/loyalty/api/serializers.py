"""Bodies of loyalty."""

from __future__ import annotations

from backend.business.loyalty.types import RedemptionState
from backend.kernel.api import fields as f
from backend.kernel.api.serializers import Read, RecordRead, Write


class LoyaltyLotRead(Read):
    """Points that came together."""

    id = f.Id("lot")
    customer = f.Id("cus", source="account.customer_id")
    points = f.Int()
    left = f.Int(help_text="Not taken by a redemption.")
    value = f.Money(help_text="What one point is worth.")
    order = f.Id("ord", source="source_id")
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


class LoyaltyRuleRead(RecordRead):
    """How points are earned."""

    id = f.Id("lru")
    code = f.Text()
    name = f.Localized(source="names")
    points = f.Int(help_text="For each `per` of an order's price without tax.")
    per = f.Money()
    value = f.Money(help_text="What one point is worth when it is redeemed.")
    customer_class = f.Text(allow_null=True)
    pending_days = f.Int()
    valid_days = f.Int(allow_null=True)
    valid_from = f.DateTime(allow_null=True, help_text="Earns for orders completed from then on.")
    valid_until = f.DateTime(allow_null=True, help_text="Earns for orders completed before.")
    active = f.Bool()


class LoyaltyRuleCreate(Write):
    """A new earning rule."""

    code = f.Text(max_length=40, pattern="^[a-z][a-z0-9_]*$")
    names = f.LocalizedIn()
    points = f.Int(min_value=1, max_value=1_000_000)
    per = f.MoneyIn()
    value = f.MoneyIn()
    customer_class = f.Text(max_length=40, required=False, allow_null=True)
    pending_days = f.Int(min_value=0, max_value=365, required=False)
    valid_days = f.Int(min_value=1, max_value=3650, required=False, allow_null=True)
    valid_from = f.DateTime(required=False, allow_null=True)
    valid_until = f.DateTime(required=False, allow_null=True)


class LoyaltyRuleUpdate(Write):
    """Changes of an earning rule."""

    names = f.LocalizedIn()
    points = f.Int(min_value=1, max_value=1_000_000)
    per = f.MoneyIn()
    value = f.MoneyIn()
    customer_class = f.Text(max_length=40, allow_null=True)
    pending_days = f.Int(min_value=0, max_value=365)
    valid_days = f.Int(min_value=1, max_value=3650, allow_null=True)
    valid_from = f.DateTime(allow_null=True)
    valid_until = f.DateTime(allow_null=True)
    active = f.Bool()


class LoyaltyDryRun(Write):
    """An order that nobody places."""

    amount = f.MoneyIn(help_text="The price without tax.")
    customer = f.Id("cus", required=False, allow_null=True, help_text="One of no class, where left out.")
    at = f.DateTime(required=False, help_text="When it is completed; now, unless given.")


class LoyaltyEarningRead(Read):
    """What the order would earn; nothing was written."""

    rule = f.Id("lru", source="rule_id", allow_null=True, help_text="Null where no rule earns.")
    rule_code = f.Text(allow_null=True)
    points = f.Int()
    worth = f.Money(help_text="What the points are worth when they are redeemed.")
    active_from = f.DateTime(allow_null=True)
    expires_at = f.DateTime(allow_null=True)

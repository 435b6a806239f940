"""Routes of loyalty."""

from __future__ import annotations

import uuid
from typing import Any

from backend.business.loyalty import accruing, rules, selectors, services
from backend.business.loyalty import errors as e
from backend.business.loyalty import permissions as p
from backend.business.loyalty.api import serializers
from backend.business.loyalty.types import RedemptionState
from backend.kernel.api import Resource, action
from backend.kernel.api.actions import Access
from backend.kernel.api.filters import BoolFilter, ChoiceFilter, Filters, IdFilter
from backend.kernel.errors import ReferenceNotFound


class LotFilters(Filters):
    """Filters of lots."""

    customer = IdFilter("cus", field_name="account__customer_id")


class RedemptionFilters(Filters):
    """Filters of redemptions."""

    customer = IdFilter("cus", field_name="account__customer_id")
    state = ChoiceFilter(
        [state.value for state in RedemptionState], field_name="shown", enum="RedemptionState"
    )


class RuleFilters(Filters):
    """Filters of rules."""

    active = BoolFilter()


class PromotionFilters(Filters):
    """Filters of promotions."""

    active = BoolFilter()


class LotResource(Resource):
    """Customers' points, lot by lot."""

    plural = "loyalty-lots"
    path = "loyalty/lots"
    prefix = "lot"
    tag = "loyalty"
    rows = staticmethod(selectors.lots_for)
    read = serializers.LoyaltyLotRead
    permissions = {"list": p.VIEW, "retrieve": p.VIEW}
    filters = LotFilters

    @action(
        "balance",
        method="GET",
        detail=False,
        permission=p.VIEW,
        query=serializers.LoyaltyBalanceQuery,
        response=serializers.LoyaltyBalanceRead,
        errors=[ReferenceNotFound],
    )
    def balance(self, data: dict[str, Any]) -> Any:
        """Read a customer's points."""
        return selectors.balance_for(self.principal, data["customer"])


class RedemptionResource(Resource):
    """Redemptions: points set aside, then used for an order or given back."""

    plural = "loyalty-redemptions"
    path = "loyalty/redemptions"
    prefix = "red"
    tag = "loyalty"
    rows = staticmethod(selectors.redemptions_for)
    read = serializers.RedemptionRead
    writes = {"create": serializers.RedemptionCreate}
    services = {"create": services.reserve_redemption}
    permissions = {"list": p.REDEEM, "retrieve": p.REDEEM, "create": p.REDEEM}
    filters = RedemptionFilters
    idempotency_required = ("create",)
    errors = {"create": [e.PointsInsufficient, e.CustomerNeeded, ReferenceNotFound]}

    @action(
        "cancellation",
        permission=p.REDEEM,
        response=serializers.RedemptionRead,
        errors=[e.RedemptionNotReserved],
    )
    def cancel(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """Give points that are set aside back."""
        row = services.cancel_redemption(
            principal=self.principal, redemption_id=id, expected_version=self.expected_version
        )
        return self._again(row)

    possible = {"cancel": lambda row: row.state_now == RedemptionState.RESERVED}

    def may(self, access: Access, row: Any) -> bool:
        """A redemption is seen by the right to make one: what is seen is within it."""
        return self.principal.allows(str(access))


class RuleResource(Resource):
    """Earning rules."""

    plural = "loyalty-rules"
    path = "loyalty/rules"
    prefix = "lru"
    tag = "loyalty"
    rows = staticmethod(selectors.rules_for)
    read = serializers.LoyaltyRuleRead
    writes = {"create": serializers.LoyaltyRuleCreate, "update": serializers.LoyaltyRuleUpdate}
    services = {"create": rules.create_rule, "update": rules.update_rule}
    permissions = {
        "list": p.VIEW_RULES,
        "retrieve": p.VIEW_RULES,
        "create": p.MANAGE_RULES,
        "update": p.MANAGE_RULES,
    }
    filters = RuleFilters
    sort = ("created_at", "code")
    errors = {
        "create": [
            e.RuleCodeTaken,
            e.RuleNotPositive,
            e.RuleTooGenerous,
            e.RulePeriodEmpty,
            e.ItemAmbiguous,
            ReferenceNotFound,
        ],
        "update": [
            e.RuleNotPositive,
            e.RuleTooGenerous,
            e.RulePeriodEmpty,
            e.ItemAmbiguous,
            ReferenceNotFound,
        ],
    }

    @action(
        "dry-run",
        detail=False,
        permission=p.VIEW_RULES,
        request=serializers.LoyaltyDryRun,
        response=serializers.LoyaltyEarningRead,
        errors=[ReferenceNotFound, e.DryRunAmbiguous],
    )
    def dry_run(self, data: dict[str, Any]) -> Any:
        """Say what an order earns by the rules, line by line, without earning it.

        What is said is what it earns when it is completed at that time, by the rules and promotions of now.
        """
        return accruing.try_rules(principal=self.principal, **data)


class PromotionResource(Resource):
    """Promotions: what multiplies the points that lines earn by their rules."""

    plural = "loyalty-promotions"
    path = "loyalty/promotions"
    prefix = "lpm"
    tag = "loyalty"
    rows = staticmethod(selectors.promotions_for)
    read = serializers.LoyaltyPromotionRead
    writes = {"create": serializers.LoyaltyPromotionCreate, "update": serializers.LoyaltyPromotionUpdate}
    services = {"create": rules.create_promotion, "update": rules.update_promotion}
    permissions = {
        "list": p.VIEW_RULES,
        "retrieve": p.VIEW_RULES,
        "create": p.MANAGE_RULES,
        "update": p.MANAGE_RULES,
    }
    filters = PromotionFilters
    sort = ("created_at", "code")
    errors = {
        "create": [e.PromotionCodeTaken, e.RulePeriodEmpty, e.ItemAmbiguous, ReferenceNotFound],
        "update": [e.RulePeriodEmpty, e.ItemAmbiguous, ReferenceNotFound],
    }

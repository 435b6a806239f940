"""Why a points movement is refused."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from backend.kernel.errors import Conflict


class PointsInsufficient(Conflict):
    """The customer has fewer usable points."""

    code = "points_insufficient"
    message = _("Only {available} points are available.")


class RedemptionNotReserved(Conflict):
    """The redemption was used, given back, or has run out."""

    code = "redemption_not_reserved"
    message = _("This redemption is not reserved any more.")


class RedemptionOfAnother(Conflict):
    """The redemption is another customer's."""

    code = "redemption_other_customer"
    message = _("These points belong to another customer.")


class RedemptionExceedsTotal(Conflict):
    """The points are worth more than what they are to pay for."""

    code = "redemption_exceeds_total"
    message = _("The points are worth {worth}, more than {total}.")


class RuleCodeTaken(Conflict):
    """Another rule has the code."""

    code = "loyalty_rule_code_taken"
    message = _("There is already a rule with the code {rule_code}.")


class CustomerNeeded(Conflict):
    """Points belong to a customer, and none is named."""

    code = "redemption_needs_customer"
    message = _("Points can be used only for a customer's order.")


class RuleNotPositive(Conflict):
    """A rule earns for nothing, or its points are worth less than nothing."""

    code = "loyalty_rule_not_positive"
    message = _("The amount is above zero.")


class RulePeriodEmpty(Conflict):
    """A rule's period ends before it began."""

    code = "loyalty_rule_period_empty"
    message = _("The period of the rule ends before it begins.")


class RuleTooGenerous(Conflict):
    """A rule gives back more than was paid, or more points than there are minor units."""

    code = "loyalty_rule_too_generous"
    message = _("A rule gives back at most what was paid, and at most one point for each minor unit.")


class PromotionCodeTaken(Conflict):
    """Another promotion has the code."""

    code = "loyalty_promotion_code_taken"
    message = _("There is already a promotion with the code {promotion_code}.")


class ItemAmbiguous(Conflict):
    """A rule or a promotion names more than one of service, product and category."""

    code = "loyalty_item_ambiguous"
    message = _("At most one of service, product and category is named.")


class DryRunAmbiguous(Conflict):
    """A dry run is told of an order and of an amount, or of neither; or of an order and of a customer."""

    code = "loyalty_dry_run_ambiguous"
    message = _("Name either an order, whose customer is its own, or an amount.")

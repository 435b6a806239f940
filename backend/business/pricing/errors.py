"""What pricing refuses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from backend.business.pricing.types import MissingPrice
from backend.kernel.errors import Conflict, FieldProblem


class PriceRuleMissing(Conflict):
    """No rule prices a line; `missing` says for each such line what lacks a rule."""

    code = "price_rule_missing"
    message = _("There is no {component} price for {item}: no rule fits the {dimension}.")

    def __init__(self, missing: Sequence[MissingPrice]) -> None:
        self.missing = tuple(missing)
        super().__init__(**_words(self.missing[0]))

    @property
    def problems(self) -> Sequence[FieldProblem]:
        """One problem a line that has no price."""
        return [
            FieldProblem(f"/lines/{one.ref}", self.code, self.message, _words(one)) for one in self.missing
        ]


def _words(one: MissingPrice) -> dict[str, Any]:
    return {
        "component": one.component.value,
        "item": f"{one.item} {one.pair}".strip(),
        "dimension": one.dimension,
    }


class TaxRateMissing(Conflict):
    """An item has a tax class that has no rate in force."""

    code = "tax_rate_missing"
    message = _("The tax class {tax_class} of {item} has no rate in force.")


class PriceTooLarge(Conflict):
    """The price passes what an amount can hold."""

    code = "price_too_large"
    message = _("The price is too large. Ask for less in one line.")


class PriceRuleBackdated(Conflict):
    """A price cannot be changed for times that have passed: quotes of those times must stay explicable."""

    code = "price_rule_backdated"
    message = _("A price starts now or later, not at {effective_from}.")


class PeriodInvalid(Conflict):
    """The end of a period is not after its start."""

    code = "effective_period_invalid"
    message = _("effective_until must be after effective_from.")


class PriceRuleItemAmbiguous(Conflict):
    """A rule is about at most one of a service, a product, a variant and a category."""

    code = "price_rule_item_ambiguous"
    message = _("Name at most one of service, product, variant and category.")


class CurrencyMismatch(Conflict):
    """The rule is in another currency than the business's."""

    code = "price_currency_mismatch"
    message = _("Prices of this business are in {currency}.")


class LineItemAmbiguous(Conflict):
    """A line names none or several of service, product and variant."""

    code = "line_item_ambiguous"
    message = _("A line names exactly one of service, product and variant.")


class DueInPast(Conflict):
    """The wanted time has passed."""

    code = "due_in_past"
    message = _("The time asked for has passed.")


class QuoteExpired(Conflict):
    """The quote's time is over; ask for a new one."""

    code = "quote_expired"
    message = _("The quote expired at {expired_at}.")


class QuoteAlreadyUsed(Conflict):
    """Another order took the quote."""

    code = "quote_already_used"
    message = _("The quote has already been used for an order.")


class QuoteRequestSettled(Conflict):
    """The quote that was asked for is ready, refused or cancelled."""

    code = "quote_request_settled"
    message = _("This quote request does not wait any more.")


class QuoteCustomerMismatch(Conflict):
    """The quote was made for another customer or branch than the order's."""

    code = "quote_mismatch"
    message = _("The quote was made for another {field}.")


class TaxRateOverlap(Conflict):
    """A class already has a rate of this code in that time."""

    code = "tax_rate_overlap"
    message = _("There is already a rate {code} of the class {tax_class}.")

"""Resources of pricing."""

from __future__ import annotations

import uuid
from typing import Any

from backend.business.customers.errors import CustomerInactive
from backend.business.organizations.errors import BranchClosed
from backend.business.pricing import errors as e
from backend.business.pricing import permissions as p
from backend.business.pricing import quotes, selectors, services, waiting
from backend.business.pricing.api import filters as narrow
from backend.business.pricing.api import serializers as s
from backend.business.pricing.types import Priority
from backend.kernel.api import PUBLIC, Resource, action
from backend.kernel.errors import Invalid, ReferenceNotFound, ResourceNotFound
from backend.kernel.permissions import PermissionDenied

_RULE_WRITE = [
    Invalid,
    e.PriceRuleItemAmbiguous,
    e.PriceRuleBackdated,
    e.PeriodInvalid,
    e.CurrencyMismatch,
    ReferenceNotFound,
]


class PriceRuleResource(Resource):
    """Price rules: what units, options, copies and haste cost, and for which lines.

    The most specific rule that fits counts. What a rule names adds to its weight: variant 1024, product or
    service 512, category 256, customer class 128, branch 64, channel 32, source 8, target 8, document
    type 4. Ties go to the nearer category and branch, then to the higher rank, then to the later start. A
    change is a new version from now or a later time on; what was in force before never changes.
    """

    plural = "price_rules"
    path = "price-rules"
    prefix = "prc"
    tag = "pricing"
    rows = staticmethod(selectors.price_rules_for)
    read = s.PriceRuleRead
    writes = {"create": s.PriceRuleCreate, "update": s.PriceRuleUpdate}
    services = {
        "create": services.create_price_rule,
        "update": services.update_price_rule,
        "delete": services.delete_price_rule,
    }
    permissions = {
        "list": p.VIEW_RULES,
        "retrieve": p.VIEW_RULES,
        "create": p.MANAGE_RULES,
        "update": p.MANAGE_RULES,
        "delete": p.MANAGE_RULES,
    }
    filters = narrow.PriceRuleFilters
    sort = ("created_at", "effective_from")
    search = ("name",)
    bulk = ("create", "update", "delete")
    reach = {"branch": "branch_id"}
    errors = {"create": _RULE_WRITE, "update": _RULE_WRITE}

    @action(
        "versions",
        method="GET",
        permission=p.VIEW_RULES,
        response=s.PriceRuleVersion,
        paginated=True,
    )
    def versions(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """The versions that were before the current one, the latest first."""
        return selectors.price_rule_history(self.principal, id)


class TaxRateResource(Resource):
    """Tax rates: by class and component of the price, within the price or on top of it."""

    plural = "tax_rates"
    path = "tax-rates"
    prefix = "tax"
    tag = "pricing"
    rows = staticmethod(selectors.tax_rates_for)
    read = s.TaxRateRead
    writes = {"create": s.TaxRateCreate, "update": s.TaxRateUpdate}
    services = {
        "create": services.create_tax_rate,
        "update": services.update_tax_rate,
        "delete": services.delete_tax_rate,
    }
    permissions = {
        "list": p.VIEW_TAXES,
        "retrieve": p.VIEW_TAXES,
        "create": p.MANAGE_TAXES,
        "update": p.MANAGE_TAXES,
        "delete": p.MANAGE_TAXES,
    }
    filters = narrow.TaxRateFilters
    sort = ("created_at", "tax_class")
    errors = {
        "create": [e.TaxRateOverlap, e.PriceRuleBackdated, e.PeriodInvalid],
        "update": [e.PriceRuleBackdated, e.PeriodInvalid],
    }


class QuoteResource(Resource):
    """Quotes: a price with its trace, kept until `valid_until` and used by one order.

    Anybody may ask for one, signed in or not; an anonymous caller gets a `secret` to open and use it.
    """

    plural = "quotes"
    prefix = "quo"
    tag = "pricing"
    rows = staticmethod(selectors.quotes_for)
    read = s.QuoteRead
    writes = {"create": s.QuoteCreate}
    services = {"create": quotes.create_quote}
    permissions = {"list": p.VIEW_QUOTES, "retrieve": p.VIEW_QUOTES, "create": PUBLIC}
    while_read_only = ("open",)
    filters = narrow.QuoteFilters
    sort = ("created_at", "total", "valid_until")
    # For whoever has a secret; who sees the quote otherwise has read it.
    unlisted = ("open",)
    # The row of an anonymous quote carries its secret, which no second reading has.
    reread = False
    errors = {
        "create": [
            Invalid,
            e.PriceRuleMissing,
            e.TaxRateMissing,
            e.PriceTooLarge,
            e.LineItemAmbiguous,
            e.DueInPast,
            ReferenceNotFound,
            BranchClosed,
            CustomerInactive,
            # Open to all, unless the business has closed it to strangers.
            PermissionDenied,
        ]
    }

    def throttle_class(self) -> str:
        """A caller that nobody knows gets the narrow rate."""
        return "anonymous" if self.principal.kind == "anonymous" else "default"

    def do_create(self, data: dict[str, Any]) -> Any:
        """A new quote."""
        if "priority" in data:
            data["priority"] = Priority(data["priority"])
        return super().do_create(data)

    @action(
        "open",
        permission=PUBLIC,
        request=s.QuoteOpen,
        response=s.QuoteRead,
        errors=[ResourceNotFound],
        idempotency="none",
    )
    def open(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """An anonymous quote, for whoever has its secret."""
        return quotes.open_quote(principal=self.principal, quote_id=id, **data)


class QuoteRequestResource(Resource):
    """Quotes of files that are still being read: asked for at once, ready when the last page is counted.

    `quote.ready` or `quote.refused` tells when, to webhooks and the live stream. Until then it can be cancelled
    (`quote.cancelled`): pages that are counted later make no quote.
    """

    plural = "quote_requests"
    path = "quote-requests"
    prefix = "quo"
    tag = "pricing"
    rows = staticmethod(selectors.quote_requests_for)
    reach = {"branch": "branch_id", "customer": "customer_id", "owner": "created_by_id"}
    read = s.QuoteRequestRead
    permissions = {"retrieve": p.VIEW_QUOTES}

    @action(
        "",
        detail=False,
        permission=p.CREATE_QUOTES,
        request=s.QuoteCreate,
        response=s.QuoteRequestRead,
        status=202,
        errors=QuoteResource.errors["create"],
    )
    def create(self, data: dict[str, Any]) -> Any:
        """Ask for a quote whose files may still be read. Where they all are, it is ready in the answer."""
        if "priority" in data:
            data["priority"] = Priority(data["priority"])
        return waiting.request_quote(principal=self.principal, **data)

    @action(
        "cancellation",
        permission=p.CREATE_QUOTES,
        response=s.QuoteRequestRead,
        errors=[e.QuoteRequestSettled],
    )
    def cancel(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """Wait no more for a quote that was asked for; there will be none."""
        row = waiting.cancel_quote_request(
            principal=self.principal, quote_id=id, expected_version=self.expected_version
        )
        return self._again(row)

    possible = {"cancel": lambda row: s.request_state(row) == "waiting"}

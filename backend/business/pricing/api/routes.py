"""Routes of pricing, under /api/v1/."""

from __future__ import annotations

from backend.business.pricing.api.views import (
    PriceRuleResource,
    QuoteRequestResource,
    QuoteResource,
    TaxRateResource,
)
from backend.kernel.api.routes import routes

urlpatterns = routes(PriceRuleResource, TaxRateResource, QuoteResource, QuoteRequestResource)

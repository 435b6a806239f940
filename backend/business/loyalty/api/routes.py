"""Addresses of loyalty."""

from __future__ import annotations

from backend.business.loyalty.api.views import (
    LotResource,
    PromotionResource,
    RedemptionResource,
    RuleResource,
)
from backend.kernel.api.routes import routes

urlpatterns = routes(LotResource, RedemptionResource, RuleResource, PromotionResource)

"""Paths of businesses, under `/api/v1/platform/`."""

from __future__ import annotations

from backend.kernel.api.routes import routes
from backend.platform.tenants.api.views import (
    DomainResource,
    ImpersonationResource,
    PlanResource,
    TenantResource,
)

urlpatterns = routes(TenantResource, PlanResource, DomainResource, ImpersonationResource, under="platform")

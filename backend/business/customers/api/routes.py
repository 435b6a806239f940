"""Routes of customers, under /api/v1/."""

from __future__ import annotations

from backend.business.customers.api.views import CustomerResource
from backend.kernel.api.routes import routes

urlpatterns = routes(CustomerResource)

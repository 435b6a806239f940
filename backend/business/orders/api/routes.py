"""Addresses of orders."""

from __future__ import annotations

from backend.business.orders.api.calendar import CalendarResource
from backend.business.orders.api.views import OrderResource, WorkflowResource
from backend.kernel.api.routes import routes

urlpatterns = routes(OrderResource, WorkflowResource, CalendarResource)

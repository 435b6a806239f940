"""Addresses of holidays."""

from __future__ import annotations

from backend.business.scheduling.api.views import HolidayResource
from backend.kernel.api.routes import routes

urlpatterns = routes(HolidayResource)

"""Addresses of locale metadata."""

from __future__ import annotations

from backend.core.preferences.api.views import CurrencyResource, LocaleResource
from backend.kernel.api.routes import routes

urlpatterns = routes(LocaleResource, CurrencyResource)

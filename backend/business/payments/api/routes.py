"""Addresses of payments."""

from __future__ import annotations

from backend.business.payments.api.views import PaymentMethodResource, PaymentResource, ReceivableResource
from backend.kernel.api.routes import routes

urlpatterns = routes(PaymentMethodResource, PaymentResource, ReceivableResource)

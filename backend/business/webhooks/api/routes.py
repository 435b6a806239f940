"""URLs of webhooks."""

from __future__ import annotations

from backend.business.webhooks.api.views import WebhookDeliveryResource, WebhookEndpointResource
from backend.kernel.api.routes import routes

urlpatterns = routes(WebhookEndpointResource, WebhookDeliveryResource)

"""What narrows the lists."""

from __future__ import annotations

from backend.business.webhooks.api.serializers import DELIVERY_STATES, STATES
from backend.kernel.api.filters import ChoiceFilter, Filters, IdFilter, TextFilter, TimeFilter


class WebhookEndpointFilters(Filters):
    """Of endpoints."""

    state = ChoiceFilter(STATES, enum="WebhookEndpointState")


class WebhookDeliveryFilters(Filters):
    """Of deliveries."""

    endpoint = IdFilter("whe", field_name="endpoint_id")
    event = IdFilter("evt", field_name="event_id")
    event_type = TextFilter(max_length=100)
    state = ChoiceFilter(DELIVERY_STATES, enum="WebhookDeliveryState")
    created_from = TimeFilter(field_name="created_at", lookup_expr="gte")
    created_before = TimeFilter(field_name="created_at", lookup_expr="lt")

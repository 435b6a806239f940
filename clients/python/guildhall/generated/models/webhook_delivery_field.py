from typing import Literal

WebhookDeliveryField = Literal[
    "allowed_actions",
    "attempt_count",
    "attempts",
    "body",
    "completed_at",
    "created_at",
    "endpoint",
    "event",
    "event_type",
    "id",
    "next_attempt_at",
    "reason",
    "state",
    "updated_at",
    "version",
]

WEBHOOK_DELIVERY_FIELD_VALUES: set[WebhookDeliveryField] = {
    "allowed_actions",
    "attempt_count",
    "attempts",
    "body",
    "completed_at",
    "created_at",
    "endpoint",
    "event",
    "event_type",
    "id",
    "next_attempt_at",
    "reason",
    "state",
    "updated_at",
    "version",
}


def check_webhook_delivery_field(value: str) -> WebhookDeliveryField:
    if value in WEBHOOK_DELIVERY_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WEBHOOK_DELIVERY_FIELD_VALUES!r}")

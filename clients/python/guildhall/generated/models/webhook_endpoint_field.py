from typing import Literal

WebhookEndpointField = Literal[
    "allowed_actions",
    "created_at",
    "description",
    "disabled_at",
    "disabled_reason",
    "event_types",
    "failing_since",
    "id",
    "last_success_at",
    "secrets",
    "state",
    "updated_at",
    "url",
    "version",
]

WEBHOOK_ENDPOINT_FIELD_VALUES: set[WebhookEndpointField] = {
    "allowed_actions",
    "created_at",
    "description",
    "disabled_at",
    "disabled_reason",
    "event_types",
    "failing_since",
    "id",
    "last_success_at",
    "secrets",
    "state",
    "updated_at",
    "url",
    "version",
}


def check_webhook_endpoint_field(value: str) -> WebhookEndpointField:
    if value in WEBHOOK_ENDPOINT_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WEBHOOK_ENDPOINT_FIELD_VALUES!r}")

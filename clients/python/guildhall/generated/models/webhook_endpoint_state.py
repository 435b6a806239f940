from typing import Literal

WebhookEndpointState = Literal["disabled", "enabled"]

WEBHOOK_ENDPOINT_STATE_VALUES: set[WebhookEndpointState] = {
    "disabled",
    "enabled",
}


def check_webhook_endpoint_state(value: str) -> WebhookEndpointState:
    if value in WEBHOOK_ENDPOINT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WEBHOOK_ENDPOINT_STATE_VALUES!r}")

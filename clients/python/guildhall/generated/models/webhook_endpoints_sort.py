from typing import Literal

WebhookEndpointsSort = Literal["-created_at", "created_at"]

WEBHOOK_ENDPOINTS_SORT_VALUES: set[WebhookEndpointsSort] = {
    "-created_at",
    "created_at",
}


def check_webhook_endpoints_sort(value: str) -> WebhookEndpointsSort:
    if value in WEBHOOK_ENDPOINTS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WEBHOOK_ENDPOINTS_SORT_VALUES!r}")

from typing import Literal

WebhookDeliveriesSort = Literal["-created_at", "created_at"]

WEBHOOK_DELIVERIES_SORT_VALUES: set[WebhookDeliveriesSort] = {
    "-created_at",
    "created_at",
}


def check_webhook_deliveries_sort(value: str) -> WebhookDeliveriesSort:
    if value in WEBHOOK_DELIVERIES_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WEBHOOK_DELIVERIES_SORT_VALUES!r}")

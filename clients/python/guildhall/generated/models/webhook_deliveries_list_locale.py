from typing import Literal

WebhookDeliveriesListLocale = Literal["all"]

WEBHOOK_DELIVERIES_LIST_LOCALE_VALUES: set[WebhookDeliveriesListLocale] = {
    "all",
}


def check_webhook_deliveries_list_locale(value: str) -> WebhookDeliveriesListLocale:
    if value in WEBHOOK_DELIVERIES_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WEBHOOK_DELIVERIES_LIST_LOCALE_VALUES!r}")

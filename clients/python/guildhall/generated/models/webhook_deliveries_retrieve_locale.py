from typing import Literal

WebhookDeliveriesRetrieveLocale = Literal["all"]

WEBHOOK_DELIVERIES_RETRIEVE_LOCALE_VALUES: set[WebhookDeliveriesRetrieveLocale] = {
    "all",
}


def check_webhook_deliveries_retrieve_locale(value: str) -> WebhookDeliveriesRetrieveLocale:
    if value in WEBHOOK_DELIVERIES_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {WEBHOOK_DELIVERIES_RETRIEVE_LOCALE_VALUES!r}"
    )

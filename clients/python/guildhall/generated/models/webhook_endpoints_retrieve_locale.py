from typing import Literal

WebhookEndpointsRetrieveLocale = Literal["all"]

WEBHOOK_ENDPOINTS_RETRIEVE_LOCALE_VALUES: set[WebhookEndpointsRetrieveLocale] = {
    "all",
}


def check_webhook_endpoints_retrieve_locale(value: str) -> WebhookEndpointsRetrieveLocale:
    if value in WEBHOOK_ENDPOINTS_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {WEBHOOK_ENDPOINTS_RETRIEVE_LOCALE_VALUES!r}"
    )

from typing import Literal

WebhookEndpointsListLocale = Literal["all"]

WEBHOOK_ENDPOINTS_LIST_LOCALE_VALUES: set[WebhookEndpointsListLocale] = {
    "all",
}


def check_webhook_endpoints_list_locale(value: str) -> WebhookEndpointsListLocale:
    if value in WEBHOOK_ENDPOINTS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WEBHOOK_ENDPOINTS_LIST_LOCALE_VALUES!r}")

"""The domain as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class WebhooksConfig(AppConfig):
    """Registers the models under the label `webhooks`."""

    name = "backend.business.webhooks"
    label = "webhooks"
    default_auto_field = "django.db.models.BigAutoField"

"""The ledger as a Django app: tables in tenants' schemas."""

from __future__ import annotations

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """Registers the ledger's own tables under the label `ledger`."""

    name = "backend.business.ledger"
    label = "ledger"
    default_auto_field = "django.db.models.BigAutoField"

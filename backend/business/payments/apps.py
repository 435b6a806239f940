"""Payments as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class PaymentsConfig(AppConfig):
    """Label `payments`, tenant schemas only."""

    name = "backend.business.payments"
    label = "payments"

"""Orders as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class OrdersConfig(AppConfig):
    """Label `orders`, tenant schemas only."""

    name = "backend.business.orders"
    label = "orders"

"""Customers as a Django app: tables in tenants' schemas."""

from __future__ import annotations

from django.apps import AppConfig


class CustomersConfig(AppConfig):
    """Registers the table under the label `customers`."""

    name = "backend.business.customers"
    label = "customers"

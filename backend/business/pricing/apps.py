"""Pricing as a Django app: tables in tenants' schemas."""

from __future__ import annotations

from django.apps import AppConfig


class PricingConfig(AppConfig):
    """Registers the tables under the label `pricing`."""

    name = "backend.business.pricing"
    label = "pricing"

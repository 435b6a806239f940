"""Loyalty as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class LoyaltyConfig(AppConfig):
    """Label `loyalty`, tenant schemas only."""

    name = "backend.business.loyalty"
    label = "loyalty"

"""Privacy as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    """Label `privacy`, tenant schemas only."""

    name = "backend.business.privacy"
    label = "privacy"

"""The backups app."""

from __future__ import annotations

from django.apps import AppConfig


class BackupsConfig(AppConfig):
    """Registers the label ``backups``."""

    name = "backend.platform.backups"
    label = "backups"

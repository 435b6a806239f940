"""Files as a Django app: one table in every schema."""

from __future__ import annotations

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Registers the table of files under the label `files`."""

    name = "backend.core.files"
    label = "files"
    default_auto_field = "django.db.models.BigAutoField"

"""The kernel as a Django app: it has tables in every schema."""

from __future__ import annotations

from django.apps import AppConfig
from django.conf import settings
from django.utils.module_loading import import_string


class KernelConfig(AppConfig):
    """Registers the kernel's models under the label `kernel`."""

    name = "backend.kernel"
    label = "kernel"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Makes the configured Celery application the current one, in every process that sends tasks."""
        import_string(getattr(settings, "CELERY_APP", "backend.config.celery.app"))

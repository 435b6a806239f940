"""The kernel as a Django app: it has tables in every schema, and loads what every domain declares."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from django.apps import AppConfig, apps
from django.conf import settings
from django.utils.module_loading import import_string

DECLARED = ("permissions", "errors", "events")
"""The modules of a domain that only declare: catalogues are whole once they are imported."""


class KernelConfig(AppConfig):
    """Registers the kernel's models under the label `kernel`."""

    name = "backend.kernel"
    label = "kernel"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Makes the configured Celery application the current one, and loads what domains declare.

        So every process sends tasks alike, and the catalogues do not depend on who imported what.
        """
        import_string(getattr(settings, "CELERY_APP", "backend.config.celery.app"))
        import_module("backend.kernel.events.permissions")
        for config in apps.get_app_configs():
            if config.name.startswith("backend."):
                for module in DECLARED:
                    if find_spec(f"{config.name}.{module}") is not None:
                        import_module(f"{config.name}.{module}")

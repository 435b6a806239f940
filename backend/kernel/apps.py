"""The kernel as a Django app: it has tables in every schema."""

from __future__ import annotations

from django.apps import AppConfig


class KernelConfig(AppConfig):
    """Registers the kernel's models under the label `kernel`."""

    name = "backend.kernel"
    label = "kernel"
    default_auto_field = "django.db.models.BigAutoField"

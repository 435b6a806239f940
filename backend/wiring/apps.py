"""Imports every wiring module when Django is ready."""

from __future__ import annotations

import pkgutil
from importlib import import_module

from django.apps import AppConfig


class WiringConfig(AppConfig):
    """Binds the handlers of all domains."""

    name = "backend.wiring"
    label = "wiring"

    def ready(self) -> None:
        """Imports the modules beside this one, in the order of their names."""
        import backend.wiring

        for module in sorted(pkgutil.iter_modules(backend.wiring.__path__), key=lambda found: found.name):
            if module.name != "apps":
                import_module(f"backend.wiring.{module.name}")

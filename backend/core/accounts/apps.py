"""Accounts as a Django app: tables in every schema; in public the users are the operators."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from django.apps import AppConfig, apps
from django.conf import settings


class AccountsConfig(AppConfig):
    """Registers users, roles, assignments and sessions under the label `accounts`."""

    name = "backend.core.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Reads every domain's permissions: a role's patterns stand for the whole catalogue in each process.

        And the list of breached passwords, where the installation has one: a bad one stops the start.
        """
        import_module("backend.kernel.events.permissions")
        for app in apps.get_app_configs():
            if app.name.startswith("backend.") and find_spec(f"{app.name}.permissions"):
                import_module(f"{app.name}.permissions")
        if settings.BREACHED_PASSWORDS:
            import_module("backend.core.accounts.breaches").use_file(settings.BREACHED_PASSWORDS)

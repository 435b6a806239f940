"""Accounts as a Django app: tables in every schema; in public the users are the operators."""

from __future__ import annotations

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Registers users, roles, assignments and sessions under the label `accounts`."""

    name = "backend.core.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"

"""Organizations as a Django app: tables in tenants' schemas."""

from __future__ import annotations

from django.apps import AppConfig


class OrganizationsConfig(AppConfig):
    """Registers the tables under the label `organizations`."""

    name = "backend.business.organizations"
    label = "organizations"

"""Catalog as a Django app: tables in tenants' schemas."""

from __future__ import annotations

from django.apps import AppConfig


class CatalogConfig(AppConfig):
    """Registers the tables under the label `catalog`."""

    name = "backend.business.catalog"
    label = "catalog"

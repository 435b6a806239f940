"""Which accounts the catalogue earns on."""

from __future__ import annotations

from backend.business.catalog.models import Product, Service


def earns_on(account_code: str) -> bool:
    """Whether a service or a product that is sold earns on the account."""
    sold = {"revenue_account": account_code, "active": True}
    return Service.objects.filter(**sold).exists() or Product.objects.filter(**sold).exists()

"""Which accounts the catalogue earns on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from backend.business.catalog.models import Product, Service
from backend.business.ledger import facade as ledger


def earns_on(account_code: str) -> bool:
    """Whether a service or a product that is sold earns on the account."""
    sold = {"revenue_account": account_code, "active": True}
    return Service.objects.filter(**sold).exists() or Product.objects.filter(**sold).exists()


def check_account(row: Service | Product | None, changes: Mapping[str, Any]) -> None:
    """Refuses an account that sales cannot be posted to, where a row names it anew or is sold again.

    Raises what `ledger.check_earning_account` does. The account stays as it is until the transaction ends.
    """
    if "revenue_account" in changes:
        code, pointer = changes["revenue_account"], "/revenue_account"
    elif row is not None and changes.get("active"):
        code, pointer = row.revenue_account, "/active"
    else:
        return
    if code is not None:
        ledger.check_earning_account(code, pointer=pointer)

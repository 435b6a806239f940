"""How much of its plan's items a business has: services, products and variants that are active."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from backend.business.catalog.models import Product, Service, Variant
from backend.kernel import limits


def count_items(_at: datetime) -> int:
    """Active services, products and variants together."""
    return sum(model._default_manager.filter(active=True).count() for model in (Service, Product, Variant))


def take_item(active: bool) -> None:
    """Makes sure that the plan holds one item more, unless it is made inactive. Raises LimitReached."""
    if active:
        limits.take(limits.ITEMS)


def take_activated(row: Any, changed: dict[str, Any]) -> None:
    """The same where a change makes an item active again."""
    if changed.get("active") and not row.active:
        limits.take(limits.ITEMS, pointer="/active")

"""Which accounts orders that go on are yet to earn on."""

from __future__ import annotations

from backend.business.orders.calendar import UNFINISHED
from backend.business.orders.models import OrderLine


def earns_on(account_code: str) -> bool:
    """Whether an order that goes on has a line that earns on the account when it is completed."""
    lines = OrderLine.objects.filter(revenue_account=account_code, order__state_group__in=UNFINISHED)
    return lines.exists()

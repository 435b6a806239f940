"""What others may call."""

from __future__ import annotations

from backend.business.webhooks.delivering import deliver_due
from backend.business.webhooks.notices import disabled_notice
from backend.business.webhooks.permissions import MANAGE
from backend.business.webhooks.queue import plan_deliveries
from backend.business.webhooks.selectors import wanted_types
from backend.business.webhooks.services import create_endpoint

__all__ = ["MANAGE", "create_endpoint", "deliver_due", "disabled_notice", "plan_deliveries", "wanted_types"]

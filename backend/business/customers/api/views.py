"""Resources of customers."""

from __future__ import annotations

from typing import Any

from backend.business.customers import errors as e
from backend.business.customers import permissions as p
from backend.business.customers import selectors, services, telegram
from backend.business.customers.api import serializers as s
from backend.business.customers.api.filters import CustomerFilters
from backend.business.organizations.errors import BranchClosed
from backend.kernel.api import Resource, action
from backend.kernel.errors import Invalid, ReferenceNotFound

_WRITE = [Invalid, e.CustomerDuplicate, e.CustomerContactTaken, ReferenceNotFound, BranchClosed]


class CustomerResource(Resource):
    """Customers: people, agencies and anonymous walk-ins, with their price class and contacts."""

    plural = "customers"
    prefix = "cus"
    tag = "customers"
    rows = staticmethod(selectors.customers_for)
    read = s.CustomerRead
    writes = {"create": s.CustomerCreate, "update": s.CustomerUpdate}
    services = {
        "create": services.create_customer,
        "update": services.update_customer,
        "delete": services.delete_customer,
    }
    permissions = {
        "list": p.VIEW,
        "retrieve": p.VIEW,
        "create": p.CREATE,
        "update": p.UPDATE,
        "delete": p.DELETE,
    }
    filters = CustomerFilters
    sort = ("created_at", "name")
    search_by = staticmethod(selectors.search_customers)
    bulk = ("create", "update", "delete")
    errors = {"create": _WRITE, "update": _WRITE, "delete": [e.CustomerInUse]}

    @action(
        "telegram-sessions",
        detail=False,
        permission=p.TELEGRAM,
        request=s.TelegramSessionCreate,
        response=s.TelegramSessionRead,
        status=201,
        errors=[e.CustomerInactive],
        idempotency="none",
    )
    def telegram_session(self, data: dict[str, Any]) -> Any:
        """Signs in the customer behind a Telegram user; makes the customer at the first time.

        For the bot's service account, which vouches for what Telegram told it.
        """
        return telegram.open_telegram_session(principal=self.principal, **data)

"""Resources of customers."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from backend.business.customers import errors as e
from backend.business.customers import identities, selectors, services, telegram
from backend.business.customers import permissions as p
from backend.business.customers.api import serializers as s
from backend.business.customers.api.filters import CustomerFilters
from backend.business.organizations.errors import BranchClosed
from backend.core.accounts.errors import InvalidCredentials
from backend.kernel.api import Resource, action
from backend.kernel.api.actions import Access
from backend.kernel.errors import Invalid, ReferenceNotFound
from backend.kernel.holds import DataHeld
from backend.kernel.permissions import Permission, SecondFactorRequired

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
    errors = {"create": _WRITE, "update": _WRITE, "delete": [e.CustomerInUse, DataHeld]}

    reach = {"branch": "branch_id", "customer": "pk", "owner": "created_by_id"}
    possible = dict.fromkeys(("remove_identity", "reveal_identity"), lambda row: bool(row.identity))

    def may(self, access: Access, row: Any) -> bool:
        """A right over branches reaches customers of no branch too, as `customers_for` has it."""
        scope = self.principal.scope(access) if isinstance(access, Permission) else None
        return super().may(access, row) or bool(scope and scope.branches and row.branch_id is None)

    @action("identity", method="PUT", permission=p.UPDATE, request=s.IdentityIn, response=s.CustomerRead)
    def set_identity(self, id: UUID, data: dict[str, Any]) -> Any:
        """Keeps the customer's identity document; its number is sealed at rest. The one before is replaced."""
        return identities.set_identity(
            principal=self.principal, customer_id=id, expected_version=self.expected_version, **data
        )

    @action("identity", method="DELETE", permission=p.UPDATE, status=204, errors=[DataHeld])
    def remove_identity(self, id: UUID, _data: dict[str, Any]) -> None:
        """Forgets the customer's identity document."""
        identities.remove_identity(principal=self.principal, customer_id=id)

    @action(
        "identity/reveal",
        permission=p.IDENTITY,
        response=s.IdentityRead,
        idempotency="none",
        errors=[e.IdentityUnreadable],
    )
    def reveal_identity(self, id: UUID, _data: dict[str, Any]) -> Any:
        """The identity document with its number in full. Who looked is in the audit log."""
        return identities.reveal_identity(principal=self.principal, customer_id=id)

    @action(
        "telegram-sessions",
        detail=False,
        permission=p.TELEGRAM,
        request=s.TelegramSessionCreate,
        response=s.TelegramSessionRead,
        status=201,
        errors=[e.CustomerInactive, e.TelegramNotCustomer, InvalidCredentials, SecondFactorRequired],
        idempotency="none",
    )
    def telegram_session(self, data: dict[str, Any]) -> Any:
        """Signs in the customer behind a Telegram user; makes the customer at the first time.

        Nobody else: staff and users of another customer are refused, whatever Telegram account they have.
        For the bot's service account, which vouches for what Telegram told it.
        """
        return telegram.open_telegram_session(principal=self.principal, **data)

"""Resources of customers."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from backend.business.customers import duplicates, identities, merging, selectors, services, telegram
from backend.business.customers import errors as e
from backend.business.customers import permissions as p
from backend.business.customers.api import serializers as s
from backend.business.customers.api.filters import CustomerFilters
from backend.business.customers.types import CustomerState
from backend.business.organizations.errors import BranchClosed
from backend.core.accounts.errors import InvalidCredentials
from backend.kernel.api import Resource, action
from backend.kernel.api.actions import Access
from backend.kernel.errors import DomainError, Invalid, ReferenceNotFound
from backend.kernel.holds import DataHeld
from backend.kernel.permissions import Permission, SecondFactorRequired

_WRITE: list[type[DomainError]] = [
    Invalid,
    e.CustomerDuplicate,
    e.CustomerContactTaken,
    ReferenceNotFound,
    BranchClosed,
]
_NEITHER: list[type[DomainError]] = [e.CustomerErased, e.CustomerErasureOpen, DataHeld]


def _merged(done: merging.Merge) -> dict[str, Any]:
    """The customers of a merge, with what went along as a list."""
    return {
        "survivor": done.survivor,
        "duplicate": done.duplicate,
        "moved": [{"name": name, "rows": rows} for name, rows in done.moved.items()],
    }


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
    errors = {
        "create": _WRITE,
        "update": [*_WRITE, e.CustomerMerged],
        "delete": [e.CustomerInUse, e.CustomerMerged, DataHeld],
    }

    reach = {"branch": "branch_id", "customer": "pk", "owner": "created_by_id"}
    possible = {
        **dict.fromkeys(("remove_identity", "reveal_identity"), lambda row: bool(row.identity)),
        **dict.fromkeys(("update", "delete", "set_identity"), lambda row: row.merged_into_id is None),
        "merge": lambda row: row.state == CustomerState.ACTIVE,
        "undo_merge": lambda row: row.can_be_undone,
    }

    def may(self, access: Access, row: Any) -> bool:
        """A right over branches reaches customers of no branch too, as `customers_for` has it."""
        scope = self.principal.scope(access) if isinstance(access, Permission) else None
        return super().may(access, row) or bool(scope and scope.branches and row.branch_id is None)

    @action(
        "identity",
        method="PUT",
        permission=p.UPDATE,
        request=s.IdentityIn,
        response=s.CustomerRead,
        errors=[e.CustomerMerged],
    )
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

    @action("duplicates", method="GET", permission=p.VIEW, response=s.CustomerDuplicateRead, many=True)
    def duplicates(self, id: UUID, _data: dict[str, Any]) -> Any:
        """List who may be the same customer, the likeliest first: by contacts, tax number, names and documents."""
        return duplicates.duplicates_of(self.principal, id)

    @action(
        "merge",
        permission=p.MERGE,
        request=s.CustomerMergeIn,
        response=s.CustomerMergeRead,
        errors=[
            e.CustomerMergeSelf,
            e.CustomerMerged,
            e.CustomerMergeChained,
            e.CustomerMergeKinds,
            e.CustomerMergeCurrency,
            e.CustomerMergeTooLarge,
            e.CustomerMergeBusy,
            *_NEITHER,
            e.CustomerInactive,
            ReferenceNotFound,
        ],
    )
    def merge(self, id: UUID, data: dict[str, Any]) -> Any:
        """Merge a duplicate into the customer: its orders, money, points, files, people and contacts go along.

        The duplicate says then that it is merged, and into whom. It can be taken back for 30 days.
        """
        return _merged(
            merging.merge_customers(
                principal=self.principal, id=id, expected_version=self.expected_version, **data
            )
        )

    @action(
        "undo-merge",
        permission=p.MERGE,
        response=s.CustomerMergeRead,
        errors=[
            e.CustomerNotMerged,
            e.CustomerMergeExpired,
            e.CustomerMergeMixed,
            e.CustomerMergeBusy,
            *_NEITHER,
        ],
    )
    def undo_merge(self, id: UUID, _data: dict[str, Any]) -> Any:
        """Take back that the customer was merged into another: what had come from it is its own again.

        So is what came since for its orders alone, a payment or points; all else stays with the other. Refused where
        an allocation or a redemption joins money or points of the one with an order of the other.
        """
        return _merged(
            merging.undo_merge(principal=self.principal, id=id, expected_version=self.expected_version)
        )

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

    @action(
        "telegram-contacts",
        detail=False,
        permission=p.TELEGRAM,
        request=s.TelegramContactCreate,
        response=s.ContactRead,
        errors=[
            e.TelegramContactNotOwn,
            e.CustomerContactTaken,
            e.CustomerContactsFull,
            e.CustomerInactive,
            ReferenceNotFound,
        ],
    )
    def telegram_contact(self, data: dict[str, Any]) -> Any:
        """Keeps the telephone number that a customer shared with the bot as verified.

        Telegram tells whose number a shared contact is: one's own proves the number, anybody else's nothing. For
        the bot's service account, which vouches for what Telegram told it. A number that another customer has
        without proof becomes this one's as well; one that is proved there is refused.
        """
        return telegram.prove_telegram_contact(principal=self.principal, **data)

"""Routes of payments."""

from __future__ import annotations

import uuid
from typing import Any

from backend.business.ledger.errors import EntryInFuture, EntryTooOld
from backend.business.payments import errors as e
from backend.business.payments import permissions as p
from backend.business.payments import selectors, services
from backend.business.payments.api import filters, serializers
from backend.business.payments.states import PAYMENT
from backend.business.payments.types import PaymentState, Target
from backend.kernel.api import Resource, action
from backend.kernel.errors import ReferenceNotFound
from backend.kernel.states import TransitionForbidden


def targets(lines: list[dict[str, Any]]) -> list[Target]:
    """The orders that a body names."""
    return [Target("order", line["order"], line.get("amount")) for line in lines]


class PaymentMethodResource(Resource):
    """The ways to pay; each stands for one ledger account."""

    plural = "payment-methods"
    prefix = "pme"
    tag = "payments"
    rows = staticmethod(selectors.methods_for)
    read = serializers.PaymentMethodRead
    writes = {"create": serializers.PaymentMethodCreate, "update": serializers.PaymentMethodUpdate}
    services = {"create": services.create_payment_method, "update": services.update_payment_method}
    permissions = {
        "list": p.VIEW_METHODS,
        "retrieve": p.VIEW_METHODS,
        "create": p.MANAGE_METHODS,
        "update": p.MANAGE_METHODS,
    }
    filters = filters.PaymentMethodFilters
    sort = ("created_at", "code")
    errors = {
        "create": [e.MethodCodeTaken, e.MethodAccountNotMoney, ReferenceNotFound],
        "update": [e.MethodAccountNotMoney, ReferenceNotFound],
    }


class PaymentResource(Resource):
    """Payments: recorded, verified, allocated to what is owed."""

    plural = "payments"
    prefix = "pay"
    tag = "payments"
    rows = staticmethod(selectors.payments_shown_to)
    read = serializers.PaymentRead
    writes = {"create": serializers.PaymentCreate}
    permissions = {"list": p.VIEW, "retrieve": p.VIEW, "create": p.CREATE}
    services = {
        "create": lambda *, principal, allocations=(), **data: services.record_payment(
            principal=principal, targets=targets(allocations), **data
        )
    }
    filters = filters.PaymentFilters
    sort = ("created_at", "received_at")
    search = ("number", "reference")
    idempotency_required = ("create",)
    create_is_whole = True
    reach = {"branch": "branch_id", "customer": "customer_id", "owner": "recorded_by_id"}
    errors = {
        "create": [
            e.AmountNotPositive,
            e.CurrencyMismatch,
            e.MethodNotUsable,
            e.NothingOwed,
            e.AllocationOfAnother,
            e.AllocationExceedsPayment,
            e.AllocationExceedsBalance,
            e.PaymentExceedsBalance,
            e.CreditNeedsCustomer,
            e.ProofMissing,
            e.SettlementChanged,
            EntryInFuture,
            EntryTooOld,
            ReferenceNotFound,
        ]
    }

    @action(
        "transitions",
        permission=p.VERIFY,
        request=serializers.PaymentTransition,
        response=serializers.PaymentRead,
        errors=[
            TransitionForbidden,
            e.VerifierIsRecorder,
            e.ProofMissing,
            e.ReasonMissing,
            e.CreditNeedsCustomer,
        ],
    )
    def transition(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """Verify or reject a payment."""
        row = services.transition_payment(
            principal=self.principal, payment_id=id, expected_version=self.expected_version, **data
        )
        return self._again(row)

    @action(
        "proofs",
        permission=p.CREATE,
        request=serializers.ProofsIn,
        response=serializers.PaymentRead,
        errors=[e.ProofsClosed, e.SettlementChanged, ReferenceNotFound],
    )
    def add_proofs(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """Add proofs to a payment that awaits verification."""
        row = services.add_proofs(
            principal=self.principal,
            payment_id=id,
            files_=data["files"],
            expected_version=self.expected_version,
        )
        return self._again(row)

    @action(
        "allocations",
        permission=p.ALLOCATE,
        request=serializers.AllocationsIn,
        response=serializers.PaymentRead,
        idempotency="required",
        errors=[
            e.PaymentNotVerified,
            e.CurrencyMismatch,
            e.NothingOwed,
            e.AllocationOfAnother,
            e.AllocationExceedsPayment,
            e.AllocationExceedsBalance,
            e.AmountNotPositive,
        ],
    )
    def allocate(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """Use a payment's credit for other orders."""
        row = services.allocate_credit(
            principal=self.principal,
            payment_id=id,
            targets=targets(data["allocations"]),
            expected_version=self.expected_version,
        )
        return self._again(row)

    @action(
        "balance",
        method="GET",
        detail=False,
        permission=p.VIEW,
        query=serializers.BalanceQuery,
        response=serializers.CustomerBalanceRead,
        errors=[ReferenceNotFound],
    )
    def balance(self, data: dict[str, Any]) -> Any:
        """Read a customer's balance."""
        return selectors.balance_for(self.principal, data["customer"])

    possible = {
        "add_proofs": lambda row: row.state == PaymentState.AWAITING,
        "allocate": lambda row: row.state == PaymentState.VERIFIED,
    }
    unlisted = ("transition",)

    def allowed_actions(self, row: Any) -> list[str]:
        """Besides the rest, the transitions that the payment's state and the caller's permissions over it allow."""
        moves = PAYMENT.allowed(row.state, self.principal, self.over(row))
        return [*super().allowed_actions(row), *(move.name for move in moves)]


class ReceivableResource(Resource):
    """What orders are owed: amounts, what is paid, what is outstanding."""

    plural = "receivables"
    prefix = "rcv"
    tag = "payments"
    rows = staticmethod(selectors.receivables_for)
    read = serializers.ReceivableRead
    permissions = {"list": p.VIEW_RECEIVABLES, "retrieve": p.VIEW_RECEIVABLES}
    filters = filters.ReceivableFilters

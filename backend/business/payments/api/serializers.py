"""Bodies of payments."""

from __future__ import annotations

import uuid

from backend.business.payments.types import Excess, MethodKind, PaymentState, ReceivableState
from backend.kernel.api import fields as f
from backend.kernel.api.serializers import Read, RecordRead, Write

_KINDS = [kind.value for kind in MethodKind]
_TYPED = [kind.value for kind in MethodKind if kind is not MethodKind.LOYALTY_POINTS]


class PaymentMethodRead(RecordRead):
    """A way to pay."""

    id = f.Id("pme")
    code = f.Text()
    kind = f.Choice(_KINDS, enum="PaymentMethodKind")
    name = f.Localized(source="names")
    account_code = f.Text(help_text="The ledger account that receives the money.")
    branch = f.Id("brn", source="branch_id", allow_null=True)
    verification = f.Bool(help_text="Whether somebody verifies each payment before it counts.")
    four_eyes = f.Bool(help_text="Whether the verifier may not be the recorder.")
    proof_required = f.Bool()
    self_service = f.Bool(help_text="Whether customers may record payments by it themselves.")
    active = f.Bool()


class PaymentMethodCreate(Write):
    """A new way to pay."""

    code = f.Text(max_length=40, pattern="^[a-z][a-z0-9_]*$")
    kind = f.Choice(_TYPED, enum="PaymentMethodKindTyped")
    names = f.LocalizedIn()
    account_code = f.Text(max_length=10, pattern="^[0-9A-Za-z]+$", help_text="An account that holds money.")
    branch = f.Id("brn", required=False, allow_null=True, help_text="Only for this one; all, where left out.")
    verification = f.Bool(required=False)
    four_eyes = f.Bool(required=False)
    proof_required = f.Bool(required=False)
    self_service = f.Bool(required=False)


class PaymentMethodUpdate(Write):
    """Changes of a way to pay."""

    names = f.LocalizedIn()
    account_code = f.Text(max_length=10, pattern="^[0-9A-Za-z]+$", help_text="An account that holds money.")
    branch = f.Id("brn", allow_null=True, help_text="Only for this one; all, where it is null.")
    verification = f.Bool()
    four_eyes = f.Bool()
    proof_required = f.Bool()
    self_service = f.Bool()
    active = f.Bool()


class AllocationRead(Read):
    """A part of a payment that settles an order."""

    id = f.Id("alc")
    order = f.Id("ord", source="receivable.subject_id")
    order_number = f.Text(source="receivable.number")
    amount = f.Money(currency="receivable.currency")
    state = f.Choice(["planned", "applied", "released"], enum="AllocationState")
    applied_at = f.DateTime(allow_null=True)


class ProofRead(Read):
    """A proof of payment."""

    file = f.Computed(lambda row, ctx: uuid.UUID(row["file"]), f.Id("fil"))
    name = f.Text()
    sha256 = f.Text(help_text="The digest of its bytes; the same in an earlier payment is a warning.")


class PaymentWarningRead(Read):
    """Something about a payment that somebody should look at; it refuses nothing."""

    code = f.Choice(
        ["proof_seen_before"],
        enum="PaymentWarningCode",
        help_text="`proof_seen_before`: an earlier payment has the same file as a proof.",
    )
    payment = f.Computed(lambda row, ctx: row["payment"], f.Id("pay"), help_text="The earlier payment.")


class PaymentRead(RecordRead):
    """Money received, or said to be."""

    id = f.Id("pay")
    number = f.Text()
    method = f.Id("pme", source="method_id")
    method_code = f.Text(source="method.code")
    customer = f.Id("cus", source="customer_id", allow_null=True)
    branch = f.Id("brn", source="branch_id", allow_null=True)
    amount = f.Money()
    unallocated = f.Computed(
        lambda row, ctx: _left(row),
        f.Money(),
        help_text="What no order takes: the customer's credit once verified.",
    )
    state = f.Choice([state.value for state in PaymentState], enum="PaymentState")
    received_at = f.DateTime()
    reference = f.Text()
    note = f.Text()
    proofs = f.ListOf(ProofRead())
    warnings = f.ListOf(PaymentWarningRead(), help_text="Of payments that the caller may see.")
    allocations = f.ListOf(AllocationRead())
    recorded_by = f.Id("usr", source="recorded_by_id", allow_null=True)
    verified_by = f.Id("usr", source="verified_by_id", allow_null=True)
    verified_at = f.DateTime(allow_null=True)
    rejected_reason = f.Text()
    metadata = f.Metadata()


def _left(row: object) -> object:
    from backend.kernel.money import Money

    held = getattr(row, "held", None)
    if held is None:
        held = sum(item.amount for item in row.allocations.all() if item.state != "released")  # type: ignore[attr-defined]
    return Money.of(row.amount - held, row.currency)  # type: ignore[attr-defined]


class TargetIn(Write):
    """An order to settle."""

    order = f.Id("ord")
    amount = f.MoneyIn(required=False, help_text="As much as there is money and debt, where it is left out.")


class PaymentCreate(Write):
    """A payment to record."""

    method = f.Id("pme")
    amount = f.MoneyIn(help_text="Above zero, in the currency of the books.")
    customer = f.Id("cus", required=False, allow_null=True)
    branch = f.Id("brn", required=False, allow_null=True)
    allocations = f.ListOf(
        TargetIn(),
        required=False,
        max_items=50,
        help_text="The customer's oldest debts first, where it is left out.",
    )
    excess = f.Choice(
        [value.value for value in Excess],
        enum="PaymentExcess",
        required=False,
        help_text="What to do with money above the debts: refuse the payment, or keep it as credit.",
    )
    received_at = f.DateTime(
        required=False, help_text="When the money came: now, unless given; not in the future."
    )
    reference = f.Text(max_length=200, min_length=0, required=False)
    note = f.Text(max_length=2000, min_length=0, required=False)
    proofs = f.Ids("fil", max_items=10, required=False)
    metadata = f.Metadata(required=False)


class PaymentTransition(Write):
    """A move of a payment."""

    transition = f.Choice(["verify", "reject"], enum="PaymentTransitionName")
    reason = f.Text(max_length=1000, required=False, help_text="Why; needed to reject.")


class ProofsIn(Write):
    """Files that prove a payment."""

    files = f.Ids("fil", min_items=1, max_items=10)


class AllocationsIn(Write):
    """Orders to settle with a payment's credit."""

    allocations = f.ListOf(TargetIn(), min_items=1, max_items=50)


class ReceivableRead(RecordRead):
    """What an order is owed."""

    id = f.Id("rcv")
    order = f.Id("ord", source="subject_id")
    number = f.Text(help_text="The order's number.")
    customer = f.Id("cus", source="customer_id", allow_null=True)
    branch = f.Id("brn", source="branch_id", allow_null=True)
    amount = f.Money()
    paid = f.Money()
    planned = f.Money(help_text="In payments that await verification.")
    outstanding = f.Money()
    state = f.Choice([state.value for state in ReceivableState], enum="ReceivableState")
    earned_at = f.DateTime(allow_null=True)


class BalanceQuery(Write):
    """Whose balance."""

    customer = f.Id("cus")


class CustomerBalanceRead(Read):
    """What a customer owes, and what credit it has."""

    customer = f.Id("cus", source="customer_id")
    outstanding = f.Money()
    credit = f.Money(help_text="Money received that no order takes.")

"""Why a payment is refused."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from backend.kernel.errors import Conflict


class PaymentExceedsBalance(Conflict):
    """The payment is more than what is owed, and nobody agreed to keep the rest as credit."""

    code = "payment_exceeds_balance"
    message = _("Only {balance} is owed. Send excess=credit to keep the rest as the customer's credit.")


class AllocationExceedsPayment(Conflict):
    """The allocations sum to more than the payment has."""

    code = "allocation_exceeds_payment"
    message = _("The payment has {available} left to allocate.")


class AllocationExceedsBalance(Conflict):
    """An allocation is more than what its order still owes."""

    code = "allocation_exceeds_balance"
    message = _("{number} is owed only {balance}.")


class AllocationOfAnother(Conflict):
    """The order belongs to another customer than the payment."""

    code = "allocation_other_customer"
    message = _("{number} belongs to another customer.")


class NothingOwed(Conflict):
    """The subject has no open receivable: a draft, or cancelled."""

    code = "nothing_owed"
    message = _("Nothing is owed for {subject}.")


class SettlementChanged(Conflict):
    """Money was recorded at the same moment. Nothing was changed; the same request can be sent again."""

    code = "settlement_changed"
    message = _("Money has just been recorded for this. Send the request again.")


class CreditNeedsCustomer(Conflict):
    """Money above the balance can only be credit of a known customer."""

    code = "credit_needs_customer"
    message = _("Without a customer there is nobody whose credit the rest could be.")


class CurrencyMismatch(Conflict):
    """The payment is in another currency than the books."""

    code = "payment_currency_mismatch"
    message = _("The books are kept in {currency}.")


class AmountNotPositive(Conflict):
    """A payment or an allocation of nothing."""

    code = "amount_not_positive"
    message = _("The amount is above zero.")


class MethodNotUsable(Conflict):
    """The method is switched off, of another branch, or not for customers."""

    code = "payment_method_not_usable"
    message = _("This method of payment cannot be used here.")


class MethodCodeTaken(Conflict):
    """Another method has the code."""

    code = "payment_method_code_taken"
    message = _("There is already a method with the code {method_code}.")


class MethodAccountNotMoney(Conflict):
    """A method stands for an account that holds money, not for a claim, a liability or revenue."""

    code = "payment_method_account_not_money"
    message = _("The account {account} holds no money: choose a cash or bank account.")


class ProofMissing(Conflict):
    """The method asks for a proof before the payment is verified."""

    code = "payment_proof_missing"
    message = _("This method needs a proof of payment before it is verified.")


class VerifierIsRecorder(Conflict):
    """The method asks for four eyes: who recorded the payment may not verify it."""

    code = "verifier_is_recorder"
    message = _("Somebody else has to verify a payment that you recorded.")


class ReasonMissing(Conflict):
    """A rejection says why."""

    code = "reason_missing"
    message = _("Say why.")


class PaymentNotVerified(Conflict):
    """Only a verified payment has credit to allocate."""

    code = "payment_not_verified"
    message = _("The payment is not verified.")


class ProofsClosed(Conflict):
    """Proofs are added only while the payment awaits verification."""

    code = "payment_proofs_closed"
    message = _("The payment no longer awaits verification.")


class ReceivableClosed(Conflict):
    """The receivable is earned or cancelled, and does not change any more."""

    code = "receivable_closed"
    message = _("What is owed here does not change any more.")

"""Methods, receivables, payments and what joins them."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Func, Q, Value

from backend.kernel.db.models import Record
from backend.kernel.ids import IdField
from backend.kernel.money import CurrencyField, MinorField

PROOF_DIGESTS = "$[*].sha256"
"""Where the digests of proofs stand in their column, as a JSON path."""


class PaymentMethod(Record):
    """A way to pay: cash at a desk, a card, a bank transfer. Each stands for one ledger account."""

    id = IdField(prefix="pme")
    code = models.TextField()
    kind = models.TextField()
    names = models.JSONField(default=dict)
    account_code = models.TextField()
    branch = models.ForeignKey("organizations.Branch", null=True, on_delete=models.PROTECT, db_index=False)
    verification = models.BooleanField(default=True)
    four_eyes = models.BooleanField(default=False)
    proof_required = models.BooleanField(default=False)
    self_service = models.BooleanField(default=False)
    active = models.BooleanField(default=True)

    class Meta:
        db_table = "payments_paymentmethod"
        constraints = [models.UniqueConstraint(fields=["code"], name="payments_method_code_once")]


class Receivable(Record):
    """What a subject (an order) is owed. `amount` is in minor units."""

    id = IdField(prefix="rcv")
    subject_type = models.TextField()
    subject_id = models.UUIDField()
    number = models.TextField(default="")
    customer = models.ForeignKey("customers.Customer", null=True, on_delete=models.PROTECT, db_index=False)
    branch = models.ForeignKey("organizations.Branch", null=True, on_delete=models.PROTECT, db_index=False)
    currency = CurrencyField()
    amount = MinorField()
    state = models.TextField(default="open")
    earned_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "payments_receivable"
        constraints = [
            models.UniqueConstraint(fields=["subject_type", "subject_id"], name="payments_receivable_once"),
            models.CheckConstraint(condition=Q(amount__gte=0), name="payments_receivable_not_negative"),
        ]
        indexes = [models.Index(fields=["customer", "id"], name="payments_receivable_customer")]


class Payment(Record):
    """Money received, or said to be. It counts once it is verified. `amount` is in minor units."""

    id = IdField(prefix="pay")
    number = models.TextField()
    method = models.ForeignKey(PaymentMethod, on_delete=models.PROTECT, db_index=False)
    customer = models.ForeignKey("customers.Customer", null=True, on_delete=models.PROTECT, db_index=False)
    branch = models.ForeignKey("organizations.Branch", null=True, on_delete=models.PROTECT, db_index=False)
    currency = CurrencyField()
    amount = MinorField()
    state = models.TextField(default="awaiting_verification")
    received_at = models.DateTimeField()
    reference = models.TextField(default="")
    note = models.TextField(default="")
    proofs = models.JSONField(default=list)
    source_type = models.TextField(default="")
    source_id = models.UUIDField(null=True)
    recorded_by_id = models.UUIDField(null=True)
    verified_by_id = models.UUIDField(null=True)
    verified_at = models.DateTimeField(null=True)
    rejected_reason = models.TextField(default="")
    metadata = models.JSONField(default=dict)

    class Meta:
        db_table = "payments_payment"
        constraints = [
            models.UniqueConstraint(fields=["number"], name="payments_payment_number_once"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="payments_payment_positive"),
            models.UniqueConstraint(
                fields=["source_type", "source_id"],
                condition=Q(source_id__isnull=False),
                name="payments_payment_source_once",
            ),
        ]
        indexes = [
            models.Index(fields=["customer", "id"], name="payments_payment_customer"),
            models.Index(fields=["received_at", "id"], name="payments_payment_received"),
            # What awaits somebody, and the few that came to nothing: almost all are verified.
            models.Index(
                fields=["state", "id"], name="payments_payment_unverified", condition=~Q(state="verified")
            ),
            GinIndex(
                Func(F("proofs"), Value(PROOF_DIGESTS), function="jsonb_path_query_array"),
                condition=~Q(proofs=[]),
                name="payments_payment_proofs",
            ),
        ]

    @property
    def warnings(self) -> list[dict[str, Any]]:
        """What somebody should look at, of a row with `seen_before` (see `proofs`)."""
        earlier: list[uuid.UUID] = vars(self)["seen_before"]
        return [{"code": "proof_seen_before", "payment": payment} for payment in earlier]


class Allocation(models.Model):
    """A part of a payment that settles a receivable: planned until the payment is verified, then applied."""

    id = IdField(prefix="alc")
    payment = models.ForeignKey(Payment, on_delete=models.PROTECT, related_name="allocations")
    receivable = models.ForeignKey(Receivable, on_delete=models.PROTECT, related_name="allocations")
    amount = MinorField()
    state = models.TextField(default="planned")
    created_at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "payments_allocation"
        constraints = [models.CheckConstraint(condition=Q(amount__gt=0), name="payments_allocation_positive")]

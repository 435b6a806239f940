"""The ledger's own tables, beside django-ledger's.

They have no `id` and no version: rows are only ever added, by posting or by a trigger.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from backend.kernel import clock
from backend.kernel.money import CurrencyField, MinorField


class Posting(models.Model):
    """What was posted under a key: one row for each entry of ours.

    `digest` is a fingerprint of the legs, so that a key used for another movement is noticed. `reverses`
    is set on a reversal; it is unique, so an entry has at most one.
    """

    entry = models.OneToOneField(
        "django_ledger.JournalEntryModel", on_delete=models.PROTECT, primary_key=True, related_name="posting"
    )
    key = models.TextField()
    digest = models.TextField()
    subject_type = models.TextField(default="")
    subject_id = models.UUIDField(null=True)
    reverses = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="reversed_by")
    posted_at = models.DateTimeField(default=clock.now)

    audit_exclude: ClassVar[str] = "immutable by its own guards"

    class Meta:
        db_table = "ledger_posting"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["key"], name="ledger_posting_key_once"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["subject_id"], name="ledger_posting_subject", condition=Q(subject_id__isnull=False)
            ),
        ]


class Balance(models.Model):
    """Turnover of an account in a unit on a day, by activity; kept by triggers from the posted legs.

    `activity` is empty where no cash moved. `debit` and `credit` are in the scale of the legs' column.
    """

    pk = models.CompositePrimaryKey("unit_id", "account_id", "day", "activity")
    unit_id = models.UUIDField()
    account_id = models.UUIDField()
    day = models.DateField()
    activity = models.TextField(default="")
    debit = models.DecimalField(max_digits=26, decimal_places=2, default=0)
    credit = models.DecimalField(max_digits=26, decimal_places=2, default=0)

    audit_exclude: ClassVar[str] = "a sum of posted legs, kept by triggers"

    class Meta:
        db_table = "ledger_balance"


class ForeignAmount(models.Model):
    """The original currency of a leg, for legs that were not in the book's own.

    `rate` is units of the book's currency for one unit of `currency`; `amount` is in minor units.
    """

    leg = models.OneToOneField(
        "django_ledger.TransactionModel", on_delete=models.PROTECT, primary_key=True, related_name="foreign"
    )
    currency = CurrencyField()
    amount = MinorField()
    rate = models.DecimalField(max_digits=28, decimal_places=12)

    audit_exclude: ClassVar[str] = "immutable by its own guards"

    class Meta:
        db_table = "ledger_foreign"

"""The customer."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q, Value

from backend.business.customers.types import UNDO_WITHIN, CustomerKind, CustomerState, masked
from backend.kernel import clock
from backend.kernel.db.models import Record
from backend.kernel.ids import IdField


class Customer(Record):
    """Who orders. `contacts` is `[{"kind", "value", "verified"}]`; `contact_keys` are `kind:value` to search by.

    One that was merged into another (`merged_into`) keeps its own particulars, so that the merge can be taken back;
    its `contact_keys` are empty, because the contacts are the survivor's now. `merge` says what went there:
    {"moved": {domain: {name: [ids]}}, "filled": …} (see `merging`).
    """

    id = IdField(prefix="cus")
    kind = models.TextField(default=CustomerKind.INDIVIDUAL.value)
    class_code = models.TextField()
    name = models.TextField(default="")
    legal_name = models.TextField(null=True)
    tax_id = models.TextField(null=True)
    language = models.TextField()
    contacts = models.JSONField(default=list)
    contact_keys = ArrayField(models.TextField(), default=list)
    telegram_user_id = models.BigIntegerField(null=True)
    tags = ArrayField(models.TextField(), default=list)
    metadata = models.JSONField(default=dict)
    branch = models.ForeignKey("organizations.Branch", on_delete=models.PROTECT, null=True, related_name="+")
    created_by_id = models.UUIDField(null=True)
    active = models.BooleanField(default=True)
    search = SearchVectorField()
    # An identity document: kind, issuer and dates in the clear, its number sealed; see `identities`.
    identity = models.JSONField(default=dict, db_default=Value({}, models.JSONField()))

    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, db_index=False, related_name="absorbed"
    )
    merged_at = models.DateTimeField(null=True)
    merge = models.JSONField(default=dict, db_default=Value({}, models.JSONField()))

    sealed: ClassVar[dict[str, str]] = {"identity": "customers.customer.identity"}
    audit_mask: ClassVar[tuple[str, ...]] = ("identity",)
    audit_ignore: ClassVar[tuple[str, ...]] = ("search", "contact_keys")

    @property
    def identity_shown(self) -> dict[str, Any] | None:
        """The identity document with its number masked."""
        return masked(self.identity)

    @property
    def state(self) -> CustomerState:
        """Whether the customer can be served, is switched off, or is another one now."""
        if self.merged_into_id is not None:
            return CustomerState.MERGED
        return CustomerState.ACTIVE if self.active else CustomerState.INACTIVE

    @property
    def undo_until(self) -> datetime | None:
        """Until when the merge can be taken back (not at that moment any more); None for one that is not merged."""
        return self.merged_at + UNDO_WITHIN if self.merged_at is not None else None

    @property
    def can_be_undone(self) -> bool:
        """Whether the customer is merged and the time to take that back is not over."""
        return self.undo_until is not None and clock.now() < self.undo_until

    class Meta:
        db_table = "customers_customer"
        constraints = [
            models.UniqueConstraint(fields=["telegram_user_id"], name="customers_customer_telegram_once"),
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in CustomerKind]),
                name="customers_customer_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True, merged_at__isnull=True)
                | Q(merged_into__isnull=False, merged_at__isnull=False),
                name="customers_customer_merged_whole",
            ),
        ]
        indexes = [
            GinIndex(fields=["contact_keys"], name="customers_customer_contacts"),
            GinIndex(fields=["search"], name="customers_customer_search"),
            GinIndex(fields=["tags"], name="customers_customer_tags"),
            models.Index(fields=["name", "id"], name="customers_customer_name"),
            models.Index(
                fields=["merged_into"],
                name="customers_customer_merged",
                condition=Q(merged_into__isnull=False),
            ),
        ]

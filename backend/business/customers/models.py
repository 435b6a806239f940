"""The customer."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q, Value

from backend.business.customers.types import CustomerKind, masked
from backend.kernel.db.models import Record
from backend.kernel.ids import IdField


class Customer(Record):
    """Who orders. `contacts` is `[{"kind", "value", "verified"}]`; `contact_keys` are `kind:value` to search by."""

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

    sealed: ClassVar[dict[str, str]] = {"identity": "customers.customer.identity"}
    audit_mask: ClassVar[tuple[str, ...]] = ("identity",)
    audit_ignore: ClassVar[tuple[str, ...]] = ("search", "contact_keys")

    @property
    def identity_shown(self) -> dict[str, Any] | None:
        """The identity document with its number masked."""
        return masked(self.identity)

    class Meta:
        db_table = "customers_customer"
        constraints = [
            models.UniqueConstraint(fields=["telegram_user_id"], name="customers_customer_telegram_once"),
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in CustomerKind]),
                name="customers_customer_kind_known",
            ),
        ]
        indexes = [
            GinIndex(fields=["contact_keys"], name="customers_customer_contacts"),
            GinIndex(fields=["search"], name="customers_customer_search"),
            GinIndex(fields=["tags"], name="customers_customer_tags"),
        ]

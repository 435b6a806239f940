"""Price rules and tax rates with their versions, and quotes."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from backend.business.pricing.types import Component, Priority
from backend.kernel.db.models import Record
from backend.kernel.ids import IdField
from backend.kernel.money import CurrencyField, MinorField

CANCELLED = "cancelled"
"""The code in the refusal of a quote that nobody waits for any more."""


class Effective(Record):
    """A row in force from `effective_from` until `effective_until`, with the versions that were before it.

    The current version keeps the id. A change copies what was in force to a row of its own, closed at the
    time of the change, with `revision_of` naming the current one; such a row never changes again. A
    deleted rule is closed and `archived`.
    """

    effective_from = models.DateTimeField()
    effective_until = models.DateTimeField(null=True)
    revision_of = models.UUIDField(null=True)
    archived = models.BooleanField(default=False)

    class Meta:
        abstract = True


class PriceRule(Effective):
    """One part of a price for the lines that it fits. A dimension that is null fits every line."""

    id = IdField(prefix="prc")
    name = models.TextField(default="")
    component = models.TextField()
    formula = models.JSONField()
    currency = CurrencyField()
    service = models.ForeignKey(
        "catalog.Service", on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    product = models.ForeignKey(
        "catalog.Product", on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    variant = models.ForeignKey(
        "catalog.Variant", on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    category = models.ForeignKey(
        "catalog.Term", on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    customer_class = models.TextField(null=True)
    branch = models.ForeignKey(
        "organizations.Branch", on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    channel = models.TextField(null=True)
    source = models.TextField(null=True)
    target = models.TextField(null=True)
    document_type = models.TextField(null=True)
    rank = models.IntegerField(default=0)

    class Meta:
        db_table = "pricing_pricerule"
        constraints = [
            models.CheckConstraint(
                condition=Q(component__in=[one.value for one in Component]),
                name="pricing_pricerule_component_known",
            ),
            models.CheckConstraint(
                condition=Q(effective_until__isnull=True) | Q(effective_until__gte=F("effective_from")),
                name="pricing_pricerule_period",
            ),
        ]
        indexes = [
            models.Index(
                fields=["service"], name="pricing_pricerule_service", condition=Q(service__isnull=False)
            ),
            models.Index(
                fields=["product"], name="pricing_pricerule_product", condition=Q(product__isnull=False)
            ),
        ]


class TaxRate(Effective):
    """A rate of a tax class. `rate` is a fraction: 0.12 is twelve per cent."""

    id = IdField(prefix="tax")
    tax_class = models.TextField()
    code = models.TextField()
    names = models.JSONField(default=dict)
    rate = models.DecimalField(max_digits=9, decimal_places=6)
    inclusive = models.BooleanField(default=False)
    applies_to = ArrayField(models.TextField(), default=list)
    rounding = models.TextField(default="half_up")

    class Meta:
        db_table = "pricing_taxrate"
        constraints = [
            models.CheckConstraint(condition=Q(rate__range=(0, 10)), name="pricing_taxrate_range"),
            models.CheckConstraint(
                condition=Q(effective_until__isnull=True) | Q(effective_until__gte=F("effective_from")),
                name="pricing_taxrate_period",
            ),
        ]


class Quote(Record):
    """A price that holds until `valid_until`, for one order. Ids inside `lines` and `trace` are TypeIDs.

    While files of it are still being read, `request` is what was asked for and there is no price: no line, zero
    amounts, and a `valid_until` that is past, so that no release takes it for an offer. Priced, it has no `request`
    any more. One that could not be priced keeps its `request`, with the reason in `refusal`: `{"code", "pointer"}`; one
    that was cancelled while it waited has the code `CANCELLED` there.
    """

    id = IdField(prefix="quo")
    customer = models.ForeignKey("customers.Customer", on_delete=models.PROTECT, null=True, related_name="+")
    branch = models.ForeignKey("organizations.Branch", on_delete=models.PROTECT, null=True, related_name="+")
    channel = models.TextField(null=True)
    priority = models.TextField(default=Priority.NORMAL.value)
    due_at = models.DateTimeField(null=True)
    currency = CurrencyField()
    subtotal = MinorField()
    tax = MinorField()
    total = MinorField()
    lines = models.JSONField()
    trace = models.JSONField()
    digest = models.TextField()
    priced_at = models.DateTimeField()
    valid_until = models.DateTimeField()
    secret_hash = models.BinaryField(null=True)
    created_by_id = models.UUIDField(null=True)
    order_id = models.UUIDField(null=True)
    accepted_at = models.DateTimeField(null=True)
    request = models.JSONField(null=True)
    refusal = models.JSONField(null=True)

    class Meta:
        db_table = "pricing_quote"
        constraints = [
            models.CheckConstraint(
                condition=Q(order_id__isnull=True, accepted_at__isnull=True)
                | Q(order_id__isnull=False, accepted_at__isnull=False),
                name="pricing_quote_used_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(refusal__isnull=True) | Q(request__isnull=False),
                name="pricing_quote_refused_was_asked",
            ),
        ]
        indexes = [
            models.Index(
                fields=["order_id"], name="pricing_quote_order", condition=Q(order_id__isnull=False)
            ),
            # The few that wait, whenever a file was read.
            models.Index(
                fields=["created_at"],
                name="pricing_quote_waiting",
                condition=Q(request__isnull=False, refusal__isnull=True),
            ),
        ]

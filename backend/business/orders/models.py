"""Workflows, orders, their lines, moves and notes."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Coalesce

from backend.kernel import clock
from backend.kernel.db.models import Record
from backend.kernel.ids import IdField
from backend.kernel.money import CurrencyField, MinorField

_SIGNS = "-./_@+:;,()[]{}#&!?*=<>|~$\"'"

WORDS = Func(
    Value("simple"),
    Func(
        Func(
            F("number"),
            Value(" "),
            # A number is known by its last digits too: 123 of ORD-2026-000123.
            Coalesce(Func(F("number"), Value("[1-9][0-9]*$"), function="substring"), Value("")),
            Value(" "),
            F("comment"),
            arg_joiner=" || ",
            template="%(expressions)s",
        ),
        Value(_SIGNS),
        Value(" " * len(_SIGNS)),
        function="translate",
    ),
    function="to_tsvector",
    output_field=SearchVectorField(),
)
"""The words of an order's number and comment, in small letters: what a search finds by their beginnings."""


class Workflow(models.Model):
    """A version of a workflow: states, transitions, guards and effects, as data. Never changed once used."""

    id = IdField(prefix="wfl")
    code = models.TextField()
    number = models.IntegerField(default=1)
    names = models.JSONField(default=dict)
    definition = models.JSONField()
    current = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        db_table = "orders_workflow"
        constraints = [
            models.UniqueConstraint(fields=["code", "number"], name="orders_workflow_version_once"),
            models.UniqueConstraint(
                fields=["code"], condition=Q(current=True), name="orders_workflow_one_current"
            ),
        ]


class Order(Record):
    """An order. Amounts are in minor units of `currency`; `state_times` holds the last entry into each state.

    While a branch is asked to take the order over, `offered_branch` is that branch, and `hand_over` says who asks,
    when and why: {"reason", "by", "at"}.
    """

    id = IdField(prefix="ord")
    number = models.TextField()
    customer = models.ForeignKey("customers.Customer", null=True, on_delete=models.PROTECT, db_index=False)
    branch = models.ForeignKey("organizations.Branch", null=True, on_delete=models.PROTECT, db_index=False)
    workflow = models.ForeignKey(Workflow, on_delete=models.PROTECT, db_index=False)
    state = models.TextField()
    state_group = models.TextField(default="open")
    held_from = models.TextField(default="")
    priority = models.TextField(default="normal")
    source = models.TextField(default="staff")
    channel = models.TextField(null=True)
    currency = CurrencyField()
    subtotal = MinorField()
    tax = MinorField()
    total = MinorField()
    quote_id = models.UUIDField(null=True)
    redemption_id = models.UUIDField(null=True)
    due_at = models.DateTimeField(null=True)
    comment = models.TextField(default="")
    file_ids = models.JSONField(default=list)
    state_times = models.JSONField(default=dict)
    placed_at = models.DateTimeField()
    completed_at = models.DateTimeField(null=True)
    created_by_id = models.UUIDField(null=True)
    metadata = models.JSONField(default=dict)
    offered_branch = models.ForeignKey(
        "organizations.Branch", null=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    hand_over = models.JSONField(default=dict, db_default={})

    class Meta:
        db_table = "orders_order"
        constraints = [
            models.UniqueConstraint(fields=["number"], name="orders_order_number_once"),
            models.UniqueConstraint(
                fields=["quote_id"], condition=Q(quote_id__isnull=False), name="orders_order_quote_once"
            ),
            models.CheckConstraint(
                condition=Q(total=models.F("subtotal") + models.F("tax")), name="orders_order_sums"
            ),
        ]
        indexes = [
            models.Index(fields=["customer", "id"], name="orders_order_customer"),
            models.Index(fields=["branch", "id"], name="orders_order_branch"),
            models.Index(fields=["state_group", "id"], name="orders_order_group"),
            models.Index(fields=["placed_at"], name="orders_order_placed"),
            models.Index(
                fields=["offered_branch"],
                condition=Q(offered_branch__isnull=False),
                name="orders_order_offered",
            ),
            models.Index(
                fields=["due_at", "id"],
                condition=Q(due_at__isnull=False, state_group__in=["open", "on_hold"]),
                name="orders_order_due",
            ),
            GinIndex(WORDS, name="orders_order_words"),
        ]


class OrderLine(models.Model):
    """A line, as it was quoted. `net + tax = total`, in minor units."""

    id = IdField(prefix="oln")
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="lines", db_index=False)
    position = models.IntegerField()
    service_id = models.UUIDField(null=True)
    product_id = models.UUIDField(null=True)
    variant_id = models.UUIDField(null=True)
    code = models.TextField()
    names = models.JSONField(default=dict)
    kind = models.TextField(default="")
    unit = models.TextField()
    details = models.JSONField(default=dict)
    quantity = models.DecimalField(max_digits=18, decimal_places=6)
    units = models.DecimalField(max_digits=18, decimal_places=6)
    currency = CurrencyField()
    net = MinorField()
    tax = MinorField()
    total = MinorField()
    components = models.JSONField(default=list)
    taxes = models.JSONField(default=list)
    revenue_account = models.TextField(default="")

    class Meta:
        db_table = "orders_line"
        constraints = [
            models.UniqueConstraint(fields=["order", "position"], name="orders_line_position_once"),
            models.CheckConstraint(
                condition=Q(total=models.F("net") + models.F("tax")), name="orders_line_sums"
            ),
        ]


class OrderTransition(models.Model):
    """A move that an order made. Rows are only added.

    A step of a hand-over stands here too, with `details`: {"status", "from", "to"}; it leaves the state as it is.
    """

    id = IdField(prefix="otr")
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="transitions", db_index=False)
    name = models.TextField()
    source = models.TextField()
    target = models.TextField()
    at = models.DateTimeField()
    actor_id = models.UUIDField(null=True)
    actor_kind = models.TextField(default="system")
    reason = models.TextField(default="")
    details = models.JSONField(default=dict, db_default={})

    class Meta:
        db_table = "orders_transition"
        indexes = [models.Index(fields=["order", "id"], name="orders_transition_order")]


class OrderNote(Record):
    """A note on an order, for the staff only or for the customer too."""

    id = IdField(prefix="not")
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="notes", db_index=False)
    visibility = models.TextField(default="internal")
    text = models.TextField()
    author_id = models.UUIDField(null=True)

    class Meta:
        db_table = "orders_note"
        indexes = [models.Index(fields=["order", "id"], name="orders_note_order")]

"""The reference's tables: an order of lines, its payment, the balanced entry and the outbox."""

from __future__ import annotations

import uuid

from django.db import models


class Customer(models.Model):
    """Who orders."""

    name = models.TextField()


class Order(models.Model):
    """An order; the total is in minor units."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT)
    assignee = models.ForeignKey("auth.User", on_delete=models.PROTECT)
    comment = models.TextField(default="")
    total = models.BigIntegerField()
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)


class Line(models.Model):
    """A line of an order."""

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="lines")
    code = models.TextField()
    quantity = models.IntegerField()
    price = models.BigIntegerField()


class Payment(models.Model):
    """Money for an order."""

    order = models.ForeignKey(Order, on_delete=models.CASCADE)
    amount = models.BigIntegerField()


class Entry(models.Model):
    """A journal entry."""

    key = models.TextField(unique=True)
    created_at = models.DateTimeField(auto_now_add=True)


class Leg(models.Model):
    """A leg of an entry; the legs of an entry sum to zero."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE)
    account = models.TextField()
    amount = models.BigIntegerField()


class Outbox(models.Model):
    """An event to be told."""

    kind = models.TextField()
    payload = models.JSONField()

"""The counters behind `backend.kernel.db.next_number`."""

from __future__ import annotations

from django.db import models

from backend.kernel.ids import new_id


class Sequence(models.Model):
    """The last number of a series and period."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.TextField()
    period = models.TextField(default="")
    value = models.BigIntegerField(default=0)

    class Meta:
        db_table = "kernel_sequence"
        constraints = [models.UniqueConstraint(fields=["name", "period"], name="kernel_sequence_once")]

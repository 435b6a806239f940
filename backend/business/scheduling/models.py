"""The table of holidays."""

from __future__ import annotations

from django.db import models

from backend.kernel.db.models import Record
from backend.kernel.ids import IdField


class Holiday(Record):
    """A day without work, for the whole business or for one branch."""

    id = IdField(prefix="hol")
    day = models.DateField()
    names = models.JSONField(default=dict)
    branch = models.ForeignKey("organizations.Branch", null=True, on_delete=models.CASCADE, db_index=False)

    class Meta:
        db_table = "scheduling_holiday"
        constraints = [
            models.UniqueConstraint(
                fields=["day", "branch"], nulls_distinct=False, name="scheduling_holiday_once"
            )
        ]

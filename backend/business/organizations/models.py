"""The business's profile and its branches."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from backend.kernel.db.models import Record
from backend.kernel.ids import IdField


class Organization(Record):
    """The profile of the business that the schema belongs to. Its key is the tenant's id, so there is one row."""

    id = IdField(prefix="org")
    names = models.JSONField(default=dict)
    legal_name = models.TextField(default="")
    tax_id = models.TextField(default="")
    email = models.TextField(null=True)
    phone = models.TextField(null=True)
    website = models.TextField(null=True)
    address = models.JSONField(default=dict)
    settings = models.JSONField(default=dict)
    # Legal details (see LegalIn of the API) and design tokens (see `branding`); what was never set is left out.
    legal = models.JSONField(default=dict, db_default={})
    branding = models.JSONField(default=dict, db_default={})

    class Meta:
        db_table = "organizations_organization"


class Branch(Record):
    """A place where the business works, or a group of such places."""

    id = IdField(prefix="brn")
    code = models.TextField()
    names = models.JSONField(default=dict)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="children")
    address = models.JSONField(default=dict)
    latitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    phone = models.TextField(null=True)
    email = models.TextField(null=True)
    timezone = models.TextField()
    active = models.BooleanField(default=True)
    search = models.TextField(default="")

    class Meta:
        db_table = "organizations_branch"
        constraints = [
            models.UniqueConstraint(fields=["code"], name="organizations_branch_code_once"),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                name="organizations_branch_not_own_parent",
            ),
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="organizations_branch_on_earth",
            ),
        ]

    def __str__(self) -> str:
        return self.code

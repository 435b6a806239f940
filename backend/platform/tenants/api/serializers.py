"""Bodies of businesses, as the operator sees them."""

from __future__ import annotations

from django.conf import settings

from backend.kernel.api import fields as f
from backend.kernel.api.serializers import RecordRead, Write
from backend.platform.tenants.states import TRANSITIONS

STATUSES = ["trial", "active", "suspended", "closed"]


class TenantRead(RecordRead):
    """A business."""

    id = f.Id("ten")
    slug = f.Text(help_text="The first label of the business's host name, and its name in `X-Tenant`.")
    name = f.Text()
    host = f.Computed(
        lambda row, ctx: f"{row.slug}.{settings.TENANCY['BASE_DOMAIN']}",
        f.Text(),
        help_text="The host name that the business answers at.",
    )
    pack = f.Text(help_text="What it was filled with when it was made; empty for the common part only.")
    country = f.Country()
    currency = f.CurrencyCode(help_text="The currency of its books, for ever.")
    languages = f.ListOf(f.Language(), max_items=10, help_text="In order of preference, the default first.")
    timezone = f.TimeZone()
    status = f.Choice(
        STATUSES,
        enum="TenantStatus",
        help_text="A business that is `suspended` or `closed` answers nobody.",
    )


class OwnerIn(Write):
    """The first user of the business, who holds everything in it."""

    name = f.Text(max_length=200)
    email = f.Email()
    password = f.Text(min_length=10, max_length=200)


class TenantCreate(Write):
    """A new business."""

    slug = f.Text(
        max_length=63,
        help_text="Small letters, digits and hyphens: the first label of its host name.",
    )
    name = f.Text(max_length=200)
    pack = f.Text(
        max_length=40,
        min_length=0,
        required=False,
        default="",
        help_text="The kind of business, which it is filled for; empty for what all have in common.",
    )
    country = f.Country()
    currency = f.CurrencyCode(help_text="The currency of its books, for ever.")
    languages = f.ListOf(
        f.Language(), min_items=1, max_items=10, help_text="In order of preference, the default first."
    )
    timezone = f.TimeZone()
    owner = OwnerIn(required=False, allow_null=True, default=None)


class TenantUpdate(Write):
    """What of a business can change."""

    slug = f.Text(max_length=63, help_text="Its host name changes with it, at once.")
    name = f.Text(max_length=200)
    languages = f.ListOf(f.Language(), min_items=1, max_items=10)
    timezone = f.TimeZone()


class TenantTransition(Write):
    """A change of state."""

    name = f.Choice(list(TRANSITIONS), enum="TenantTransitionName")

"""Refusals of the tenants domain."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from backend.kernel.errors import Conflict, Unavailable


class SlugTaken(Conflict):
    """Another business has this slug."""

    code = "tenant_slug_taken"
    message = _("There is already a business at {slug}.")


class SlugReserved(Conflict):
    """The slug is a name of the installation's own, or is not a host name's label."""

    code = "tenant_slug_reserved"
    message = _("{slug} cannot be the address of a business.")


class DomainTaken(Conflict):
    """The domain answers for a business already."""

    code = "tenant_domain_taken"
    message = _("{domain} is in use already.")


class NoSchemaReady(Unavailable):
    """No schema could be made just now."""

    code = "tenant_no_schema"
    message = _("A new business cannot be made just now. Try again.")

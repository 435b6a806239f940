"""Refusals of finding the tenant."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from backend.kernel.errors import BadRequest, Forbidden, NotFound


class TenantMismatch(BadRequest):
    """The host belongs to one business and `X-Tenant` names another."""

    code = "tenant_mismatch"
    message = _("The host and the X-Tenant header name different businesses.")


class TenantUnknown(NotFound):
    """No business answers to this host or `X-Tenant`."""

    code = "tenant_unknown"
    message = _("There is no business at this address.")


class TenantRequired(BadRequest):
    """The API's own host needs `X-Tenant`."""

    code = "tenant_required"
    message = _("Name the business: send the X-Tenant header, or use its own host.")


class TenantReadOnly(Forbidden):
    """The business is suspended: what it has can be read, and nothing can be changed."""

    code = "tenant_read_only"
    message = _("This business can be read only: {status}.")


class TenantClosed(Forbidden):
    """The business is suspended, or waits for its deletion, and answers nobody."""

    code = "tenant_closed"
    message = _("This business is not open: {status}.")

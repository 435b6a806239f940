"""Refusals of finding the tenant."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from backend.kernel.errors import BadRequest, Forbidden, NotFound

STATUS_LABELS: Mapping[str, str | Promise] = {
    "trial": _("on trial"),
    "active": _("active"),
    "suspended": _("suspended"),
    "deletion_scheduled": _("waiting for its deletion"),
    "purging": _("being deleted"),
}
"""What the states of a business are called, within a sentence."""
STATUS_MEMBER: Mapping[str, Mapping[str, Any]] = {
    "tenant_status": {
        "type": "string",
        "enum": list(STATUS_LABELS),
        "description": "The state that the business is in.",
    }
}
"""The state as a member of a problem document, beside the sentence that names it."""


def stated(status: str) -> dict[str, Any]:
    """The parameters of a refusal that a business's state is the reason of."""
    return {"status": STATUS_LABELS.get(status, status), "tenant_status": status}


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
    members: ClassVar[Mapping[str, Mapping[str, Any]]] = STATUS_MEMBER


class TenantClosed(Forbidden):
    """The business is suspended, or waits for its deletion, and answers nobody."""

    code = "tenant_closed"
    message = _("This business is not open: {status}.")
    members: ClassVar[Mapping[str, Mapping[str, Any]]] = STATUS_MEMBER

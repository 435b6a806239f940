"""Refusals of privacy."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from backend.kernel.errors import Conflict


class ErasureBlocked(Conflict):
    """There is still something to do for the customer: unfinished orders, or money owed either way."""

    code = "erasure_blocked"
    message = _("This customer cannot be forgotten yet: {reasons}.")


class ErasureHeld(Conflict):
    """A legal hold forbids erasing this customer's data."""

    code = "erasure_held"
    message = _("A legal hold forbids this.")


class PrivacyRequestClosed(Conflict):
    """The request is not in a state for this."""

    code = "privacy_request_closed"
    message = _("The request is {state}; this is not possible any more.")


class ErasureOpen(Conflict):
    """There is an open request to erase this customer already."""

    code = "erasure_open"
    message = _("There is an open request for this customer already.")


class ExportNotReady(Conflict):
    """The copy can no longer be fetched."""

    code = "export_not_ready"
    message = _("The copy is not available: the request is {state}.")


class DocumentPublished(Conflict):
    """A published version stays as it is; make a new one."""

    code = "document_published"
    message = _("This version is published and stays as it is. Make a new one.")


class DocumentUnknown(Conflict):
    """No published document has this code and version."""

    code = "document_unknown"
    message = _("There is no published document {document} of version {number}.")

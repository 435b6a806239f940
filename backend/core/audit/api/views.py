"""Resources of the audit."""

from __future__ import annotations

from backend.core.audit import selectors
from backend.core.audit.api.filters import AuditFilters
from backend.core.audit.api.serializers import AuditEntryRead
from backend.core.audit.permissions import VIEW
from backend.kernel.api import Resource


class AuditLogResource(Resource):
    """Who changed what: written by the database, newest first, never changed."""

    plural = "audit_log"
    path = "audit-log"
    prefix = "aud"
    tag = "audit"
    rows = staticmethod(selectors.entries_for)
    read = AuditEntryRead
    permissions = {"list": VIEW, "retrieve": VIEW}
    filters = AuditFilters

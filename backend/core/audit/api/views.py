"""Resources of the audit: the log, its chain and export, the requests, the alerts."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import StreamingHttpResponse

from backend.core.audit import chain, errors, exporting, selectors, services
from backend.core.audit import permissions as may
from backend.core.audit.api import serializers as s
from backend.core.audit.api.filters import AccessFilters, AlertFilters, AuditFilters, PlatformAuditFilters
from backend.kernel import actions, tenancy
from backend.kernel.api import AUTHENTICATED, Resource, action
from backend.kernel.errors import ResourceNotFound


class AuditLogResource(Resource):
    """Who did what: changes, written by the database, and actions that change nothing. Newest first, never changed."""

    plural = "audit_log"
    path = "audit-log"
    prefix = "aud"
    tag = "audit"
    rows = staticmethod(selectors.entries_for)
    read = s.AuditEntryRead
    permissions = {"list": may.VIEW, "retrieve": may.VIEW}
    filters = AuditFilters
    throttle = {"export": "export", "chain": "export"}

    @action(
        "export", detail=False, method="GET", permission=may.EXPORT, query=s.AuditExportQuery, raw="text/csv"
    )
    def export(self, _data: dict[str, Any]) -> Any:
        """The entries that the filters leave, newest first, as CSV (RFC 4180, UTF-8). Is itself recorded."""
        rows = self.filters.apply(selectors.entries_for(self.principal, may.EXPORT), self.request.GET)
        answer = StreamingHttpResponse(
            exporting.export_entries(principal=self.principal, rows=rows, filters=self.request.GET.dict()),
            content_type="text/csv; charset=utf-8",
        )
        answer["Content-Disposition"] = 'attachment; filename="audit-log.csv"'
        return answer

    @action(
        "chain", detail=False, method="GET", permission=may.VIEW, query=s.ChainQuery, response=s.ChainRead
    )
    def chain(self, data: dict[str, Any]) -> Any:
        """Verifies the hash chain from an entry on: finds what was removed, altered or moved.

        The chain is of all entries, so the permission counts here over the whole business.
        """
        self.principal.require_over(may.VIEW)
        return chain.verify(data["start"], data["limit"])


class PlatformAuditLogResource(AuditLogResource):
    """Who did what among the operators."""

    plural = "platform_audit_log"
    platform = True
    filters = PlatformAuditFilters

    @action(
        "export",
        detail=False,
        method="GET",
        permission=may.EXPORT,
        query=s.PlatformAuditExportQuery,
        raw="text/csv",
    )
    def export(self, data: dict[str, Any]) -> Any:
        """The entries that the filters leave, newest first, as CSV (RFC 4180, UTF-8). Is itself recorded."""
        return super().export(data)


class TenantAuditLogResource(Resource):
    """The audit logs of businesses, as the operator reads them."""

    plural = "tenants"
    prefix = "ten"
    tag = "audit"
    platform = True
    read = s.AuditEntryRead
    entered: tenancy.TenantInfo | None = None

    @action(
        "audit-log",
        method="GET",
        permission=may.VIEW_TENANTS,
        query=s.TenantAuditQuery,
        response=s.AuditEntryRead,
        paginated=True,
    )
    def audit_log(self, id: UUID, _data: dict[str, Any]) -> Any:
        """The log of a business, newest first. Each look is recorded in it, as `data.viewed` of the operator."""
        self.entered = tenancy.resolve_id(id)
        if self.entered is None:
            raise ResourceNotFound()
        with tenancy.tenant_context(self.entered):
            rows = AuditFilters.apply(selectors.entries_of_tenant(self.principal), self.request.GET)
            actions.record(
                actions.VIEWED, subject_type="audit_log", details={"filters": self.request.GET.dict()}
            )
            return rows

    def actions_on(self, schema: Any, row: Any) -> list[str]:
        """An entry is read and nothing else; what may be done with the business is told by the business."""
        return []

    def _page(self, operation: Any, queryset: Any) -> dict[str, Any]:
        # The rows of a business are read where they are.
        with tenancy.tenant_context(self.entered or tenancy.PUBLIC):
            return super()._page(operation, queryset)


class AuditActionResource(Resource):
    """The catalogue of what an entry of the audit log can tell."""

    plural = "audit_actions"
    path = "audit-actions"
    tag = "audit"
    any_schema = True

    @action("", detail=False, method="GET", permission=AUTHENTICATED, response=s.AuditActionRead, many=True)
    def catalogue(self, _data: dict[str, Any]) -> Any:
        """Every action, changes of rows first."""
        return selectors.catalogue()


class AccessLogResource(Resource):
    """Requests to the API, newest first. Written some seconds after the answer."""

    plural = "access_log"
    path = "access-log"
    prefix = "acs"
    tag = "audit"
    rows = staticmethod(selectors.access_for)
    read = s.AccessEntryRead
    permissions = {"list": may.VIEW_ACCESS}
    filters = AccessFilters


class PlatformAccessLogResource(AccessLogResource):
    """Operators' requests, newest first."""

    plural = "platform_access_log"
    platform = True


class AlertResource(Resource):
    """What the rules of security found: many failures, a new place, a mass export, many refusals."""

    plural = "security_alerts"
    path = "security/alerts"
    prefix = "alr"
    tag = "audit"
    rows = staticmethod(selectors.alerts_for)
    read = s.AlertRead
    permissions = {"list": may.VIEW_ALERTS, "retrieve": may.VIEW_ALERTS}
    filters = AlertFilters
    reach = {"owner": "actor_id"}

    possible = {"acknowledge": lambda row: row.acknowledged_at is None}

    @action(
        "acknowledgements",
        permission=may.MANAGE_ALERTS,
        request=s.AcknowledgeIn,
        response=s.AlertRead,
        errors=[errors.AlertAcknowledged],
    )
    def acknowledge(self, id: UUID, data: dict[str, Any]) -> Any:
        """Says that somebody has seen to it."""
        return services.acknowledge_alert(
            principal=self.principal, alert_id=id, expected_version=self.expected_version, **data
        )


class PlatformAlertResource(AlertResource):
    """What the rules of security found among the operators."""

    plural = "platform_security_alerts"
    platform = True

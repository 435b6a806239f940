"""The URLs of the audit."""

from __future__ import annotations

from backend.core.audit.api import logins, views
from backend.kernel.api.routes import routes

urlpatterns = [
    *routes(views.AuditLogResource, views.AuditActionResource, views.AccessLogResource, views.AlertResource),
    *routes(logins.LoginResource, logins.OwnLoginResource, logins.ActivityResource),
    *routes(
        logins.PlatformLoginResource,
        logins.PlatformOwnLoginResource,
        logins.PlatformActivityResource,
        views.PlatformAuditLogResource,
        views.TenantAuditLogResource,
        views.PlatformAccessLogResource,
        views.PlatformAlertResource,
        under="platform",
    ),
]

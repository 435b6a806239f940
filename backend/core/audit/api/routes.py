"""The URLs of the audit."""

from __future__ import annotations

from backend.core.audit.api.views import AuditLogResource
from backend.kernel.api.routes import routes

urlpatterns = routes(AuditLogResource)

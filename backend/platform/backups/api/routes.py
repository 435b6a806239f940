"""Paths of backups and restores, under ``/api/v1/platform/``."""

from __future__ import annotations

from backend.kernel.api.routes import routes
from backend.platform.backups.api.views import BackupResource, RestoreResource

urlpatterns = routes(BackupResource, RestoreResource, under="platform")

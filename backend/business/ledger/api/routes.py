"""The ledger's routes, under `/api/v1/`."""

from __future__ import annotations

from backend.business.ledger.api.views import JournalEntryResource, LedgerAccountResource, ReportResource
from backend.kernel.api.routes import routes

urlpatterns = routes(LedgerAccountResource, JournalEntryResource, ReportResource)

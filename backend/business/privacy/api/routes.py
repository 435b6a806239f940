"""Addresses of privacy."""

from __future__ import annotations

from backend.business.privacy.api.views import (
    ConsentResource,
    LegalDocumentResource,
    OwnDataResource,
    PrivacyRequestResource,
    RetentionResource,
)
from backend.kernel.api.routes import routes

urlpatterns = routes(
    PrivacyRequestResource, ConsentResource, LegalDocumentResource, RetentionResource, OwnDataResource
)

"""Routes of organizations, under /api/v1/."""

from __future__ import annotations

from backend.business.organizations.api.branding import BrandingResource
from backend.business.organizations.api.settings import SettingsResource
from backend.business.organizations.api.views import BranchResource, OrganizationResource, UsageResource
from backend.kernel.api.routes import routes

urlpatterns = routes(BranchResource, OrganizationResource, UsageResource, BrandingResource, SettingsResource)

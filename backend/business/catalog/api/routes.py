"""Routes of the catalogue, under /api/v1/."""

from __future__ import annotations

from backend.business.catalog.api import views
from backend.kernel.api.routes import routes

urlpatterns = routes(
    views.ServiceResource,
    views.ProductResource,
    views.VariantResource,
    views.CategoryResource,
    views.LanguageResource,
    views.DocumentTypeResource,
    views.LanguagePairResource,
)

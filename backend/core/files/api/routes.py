"""Where the resources of files are; uploads come first, so that /files/uploads is never a file."""

from __future__ import annotations

from backend.core.files.api.views import CapabilitiesResource, FileResource, UploadResource
from backend.kernel.api.routes import routes

urlpatterns = routes(UploadResource, FileResource, CapabilitiesResource)

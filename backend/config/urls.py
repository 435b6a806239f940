"""The URL list: every domain's `api/routes.py` under `/api/v1/`, the documentation, and what is well-known."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from django.conf import settings
from django.urls import URLPattern, path

from backend.config import docs
from backend.config.resolving import WordResolver
from backend.core.accounts.api import metadata


def _routes() -> list[URLPattern]:
    # The kernel's own `api.routes` is the maker of routes; its one resource is the events.
    found: list[URLPattern] = list(import_module("backend.kernel.events.api.routes").urlpatterns)
    for app in settings.INSTALLED_APPS:
        if app == "backend.kernel":
            continue
        if app.startswith("backend.") and find_spec(f"{app}.api") and find_spec(f"{app}.api.routes"):
            found.extend(import_module(f"{app}.api.routes").urlpatterns)
    return found


urlpatterns = [
    WordResolver("api/v1/", _routes()),
    *docs.urlpatterns,
    path(metadata.PATH, metadata.metadata),
]

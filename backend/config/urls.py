"""The URL list: every domain's `api/routes.py` under `/api/v1/`, the documentation, and what is well-known."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from backend.config import docs
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


def _by_stem(patterns: list[URLPattern]) -> list[URLPattern | URLResolver]:
    """The patterns in groups by their fixed beginning, in the order of its first.

    Django tries one pattern after the other; two hundred of them were a sixth of what reading an order costs.
    """
    groups: dict[str, list[URLPattern]] = {}
    for pattern in patterns:
        words = str(pattern.pattern).split("/")
        stem = "/".join(words[: 2 if words[0] == "platform" else 1])
        groups.setdefault(stem, []).append(pattern)
    return [
        path(
            stem, include([path(str(one.pattern)[len(stem) :], one.callback, name=one.name) for one in group])
        )
        for stem, group in groups.items()
    ]


urlpatterns = [
    *docs.urlpatterns,
    path(metadata.PATH, metadata.metadata),
    path("api/v1/", include(_by_stem(_routes()))),
]

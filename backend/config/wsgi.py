"""The API's WSGI application: `granian --interface wsgi backend.config.wsgi:application`."""

from __future__ import annotations

import gc
import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backend.config.settings")

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

# Tasks that a request sends find their broker through this app; without it Celery would try its own default.
from backend.config.celery import app as celery_app

__all__ = ["application", "celery_app"]

YOUNG = 20_000
"""Objects made since the last collection of garbage before the next one; a list of fifty orders makes as many."""


def _settle() -> None:
    """Loads all routes, and sets what is loaded aside from the collector.

    Python's collector walks through everything that is alive again and again, and half a million objects of
    classes, routes and schemas stay until the process ends: that was a tenth to a fifth of a request's time.
    """
    assert get_resolver().url_patterns
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, 20, 20)


application = get_wsgi_application()
_settle()

"""The API's WSGI application: `granian --interface wsgi backend.config.wsgi:application`."""

from __future__ import annotations

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backend.config.settings")

from django.core.wsgi import get_wsgi_application

# Tasks that a request sends find their broker through this app; without it Celery would try its own default.
from backend.config.celery import app as celery_app

__all__ = ["application", "celery_app"]

application = get_wsgi_application()

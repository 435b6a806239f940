"""The live stream, on a port of its own: `granian --interface asgi backend.config.stream:application`."""

from __future__ import annotations

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backend.config.settings")

import django

django.setup()

from backend.config.listening import application  # noqa: E402

__all__ = ["application"]

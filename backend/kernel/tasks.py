"""The kernel's Celery tasks, where Celery looks for an app's."""

from __future__ import annotations

from backend.kernel.events.tasks import prune, relay, sweep

__all__ = ["prune", "relay", "sweep"]

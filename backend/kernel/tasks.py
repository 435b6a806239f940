"""The kernel's Celery tasks, where Celery looks for an app's."""

from __future__ import annotations

from backend.kernel.api.tasks import forget_keys
from backend.kernel.events.tasks import prune, relay, sweep

__all__ = ["forget_keys", "prune", "relay", "sweep"]

"""The kernel's tables."""

from backend.kernel.models.events import Event, EventHandling, EventSignal
from backend.kernel.models.idempotency import IdempotencyKey
from backend.kernel.models.sequence import Sequence

__all__ = ["Event", "EventHandling", "EventSignal", "IdempotencyKey", "Sequence"]

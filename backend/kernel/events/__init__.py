"""Events: said in the transaction of a change, heard by handlers once each, published in one order.

Emits nothing itself. Declared by domains (`@event`), emitted by services (`emit`), bound to handlers in
`backend/wiring/` (`on`), relayed by the Celery task `events.relay`. See `backend/adr/0010-events.md`.

Invariants: an event is there exactly when its change committed; positions have no gaps and nothing ever
appears below one that was seen; a handler's writes and its inbox row commit together; in every
committed state work implies a signal.
"""

from backend.kernel.events.handlers import on, on_every, unbind
from backend.kernel.events.store import EventTooLarge, emit, together
from backend.kernel.events.types import REGISTRY, Event, Recorded, described, event, ref

__all__ = [
    "REGISTRY",
    "Event",
    "EventTooLarge",
    "Recorded",
    "described",
    "emit",
    "event",
    "on",
    "on_every",
    "ref",
    "together",
    "unbind",
]

"""What the domain hands to others."""

from __future__ import annotations

import uuid
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recovered:
    """How many deliveries a recovery queued."""

    queued: int


@dataclass(frozen=True, slots=True)
class Claim:
    """A delivery that a worker holds, with everything that an attempt needs, read before it is made."""

    delivery_id: uuid.UUID
    endpoint_id: uuid.UUID
    event_id: uuid.UUID
    url: str
    body: bytes | None
    secrets: tuple[str, ...]

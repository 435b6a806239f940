"""An endpoint's secrets: sealed in its row, the newest first, the older ones until they expire."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from backend.business.webhooks.signing import new_secret
from backend.kernel.crypto import decrypt, encrypt
from backend.kernel.events.payload import rfc3339

MAX_GRACE = timedelta(days=7)
MOST = 5
"""Secrets an endpoint has at once; more rotations within a grace period drop the oldest."""

# Times are kept as RFC 3339 in UTC with microseconds: as texts they sort as they are.
Sealed = list[dict[str, Any]]


def _context(endpoint_id: uuid.UUID) -> str:
    return f"webhooks.endpoint:{endpoint_id}"


def add(
    endpoint_id: uuid.UUID, sealed: Sequence[dict[str, Any]], at: datetime, grace: timedelta
) -> tuple[str, Sealed]:
    """A fresh secret in front of the others, which expire after `grace` at the latest.

    Returns the secret in the clear, for the one time that it is shown, and the new list for the row.
    """
    secret = new_secret()
    last = rfc3339(at + grace)
    older = [
        {**entry, "expires_at": min(entry["expires_at"] or last, last)}
        for entry in sealed
        if entry["expires_at"] is None or entry["expires_at"] > rfc3339(at)
    ]
    first = {
        "sealed": encrypt(secret.encode(), context=_context(endpoint_id)),
        "created_at": rfc3339(at),
        "expires_at": None,
    }
    return secret, [first, *(older if grace else [])][:MOST]


def current(endpoint_id: uuid.UUID, sealed: Sequence[dict[str, Any]], at: datetime) -> tuple[str, ...]:
    """The secrets that sign at `at`, in the clear, newest first. Raises CannotDecrypt."""
    return tuple(
        decrypt(entry["sealed"], context=_context(endpoint_id)).decode()
        for entry in sealed
        if entry["expires_at"] is None or entry["expires_at"] > rfc3339(at)
    )

"""Rows of the contract's world that no operation makes."""

from __future__ import annotations

from backend.core.audit.models import AccessEntry, Alert
from backend.kernel import clock
from backend.kernel.ids import encode


def alert() -> str:
    """A fresh alert of security; only a rule makes one."""
    return encode("alr", Alert.objects.create(rule="new_place", subject="192.0.0.0/16").id)


def logged() -> None:
    """A request in the log; a server's own thread writes them."""
    AccessEntry.objects.create(
        at=clock.now(),
        method="GET",
        route="/api/v1/me",
        status=200,
        duration_ms=3,
        actor_kind="staff",
        request_id="req_seeded",
    )

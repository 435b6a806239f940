"""What is known of the request that runs: for audit rows, events and logs.

`backend.kernel.db.transaction` hands it to the database as `guildhall.ctx`, where the audit triggers
read it; so a change by any path carries its actor.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from typing import Any

from backend.kernel.ids import decode, encode
from backend.kernel.permissions import Principal

CREDENTIALS = {"session": "ses", "api_key": "key", "application": "oap"}
"""The kinds of credentials, with the prefixes of their ids."""


@dataclass(frozen=True, slots=True)
class RequestContext:
    """Who acts, from where, in which request. Ids are TypeIDs; empty where unknown."""

    actor: str = ""
    actor_kind: str = "system"
    impersonator: str = ""
    request_id: str = ""
    ip: str = ""
    user_agent: str = ""
    credential_kind: str = ""
    """What the actor showed, of CREDENTIALS: a session of one's own, or a key or an application that acts for one."""
    credential: str = ""

    def json(self) -> dict[str, Any]:
        """The fields that are known, under short names; ids as UUIDs, as the audit's columns hold them."""
        return {
            name: value
            for name, value in (
                ("actor", self.actor and str(decode("usr", self.actor))),
                ("kind", self.actor_kind),
                ("imp", self.impersonator and str(decode("usr", self.impersonator))),
                ("rid", self.request_id),
                ("ip", self.ip),
                ("ua", self.user_agent[:300]),
                ("cred", self.credential_kind),
                ("cid", self.credential and str(decode(CREDENTIALS[self.credential_kind], self.credential))),
            )
            if value
        }


_NOBODY = RequestContext()
_context: ContextVar[RequestContext] = ContextVar("guildhall_request", default=_NOBODY)


def current() -> RequestContext:
    """The context of what runs now."""
    return _context.get()


@contextmanager
def request_context(context: RequestContext) -> Iterator[None]:
    """Within the block `current()` is `context`."""
    token = _context.set(context)
    try:
        yield
    finally:
        _context.reset(token)


def identify(principal: Principal) -> None:
    """Puts the authenticated principal, and what it showed, into the context that runs."""
    kind, key = principal.credential_kind, principal.credential_id
    if key is None:
        kind, key = ("session", principal.session_id) if principal.session_id else ("", None)
    _context.set(
        replace(
            _context.get(),
            actor=encode("usr", principal.user_id) if principal.user_id else "",
            actor_kind=principal.kind,
            impersonator=encode("usr", principal.impersonator_id) if principal.impersonator_id else "",
            credential_kind=kind,
            credential=encode(CREDENTIALS[kind], key) if key else "",
        )
    )

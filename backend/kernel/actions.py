"""Actions that change no row, for the audit log: a sign-in, an export, a look at somebody's papers.

Changes of rows need nothing of this: triggers record them. What leaves no trace in a table is declared here
in a catalogue, and recorded by the code that does it, in its transaction:

    actions.record(actions.EXPORTED, subject_type="customer", details={"rows": 120})

The domain `audit` says how an entry is written (`write_with`); this module knows no table.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_CODE = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+\Z")
MOST_DETAILS = 8_000
"""Characters of JSON that an entry's details may take: an entry tells of data and does not hold them."""


@dataclass(frozen=True, slots=True)
class Action:
    """One kind of deed: `domain.deed_done`, with its name for people."""

    code: str
    label: str | Promise

    def __str__(self) -> str:
        return self.code


CATALOGUE: dict[str, Action] = {}
"""Every action by its code."""


def action(code: str, label: str | Promise) -> Action:
    """Declares an action. Raises ValueError for a malformed code, or one that is declared with another label."""
    if not _CODE.match(code):
        raise ValueError(f"{code!r} is not domain.deed")
    made = Action(code, label)
    known = CATALOGUE.setdefault(code, made)
    if str(known.label) != str(label):
        raise ValueError(f"the action {code} is declared twice")
    return known


SIGNED_IN = action("auth.signed_in", _("Signed in"))
SIGN_IN_FAILED = action("auth.sign_in_failed", _("Sign-in failed"))
SIGNED_OUT = action("auth.signed_out", _("Signed out"))
REFRESH_REUSED = action("auth.refresh_reused", _("A used refresh token came again"))
SECOND_FACTOR_FAILED = action("auth.second_factor_failed", _("Second factor failed"))
SESSION_MOVED = action("auth.session_moved", _("A session went on from another network"))
LOCKED = action("auth.locked", _("Locked after failures"))
RECOVERED = action("auth.recovered", _("An operator was let in again from the shell"))
HELPED = action("auth.helped", _("An operator changed a user, or let one in again"))
IMPERSONATED = action("auth.impersonated", _("An operator acted as a user"))
VIEWED = action("data.viewed", _("Personal data viewed"))
EXPORTED = action("data.exported", _("Data exported"))
EXPORT_ENDED = action("data.export_ended", _("Export ended"))
DOWNLOADED = action("file.downloaded", _("File downloaded"))


class Writes(Protocol):
    """What writes an entry; see `record` for the meanings."""

    def __call__(
        self,
        *,
        action: str,
        subject_type: str,
        subject_id: uuid.UUID | None,
        details: str | None,
        actor_id: uuid.UUID | None,
    ) -> None:
        """Writes one entry within the open transaction, `details` as JSON text."""


_writers: list[Writes] = []
_listeners: list[Callable[[str, uuid.UUID | None, Mapping[str, Any]], None]] = []


def write_with(writer: Writes) -> None:
    """Names what writes entries; the last one counts."""
    _writers[:] = [writer]


def listen(listener: Callable[[str, uuid.UUID | None, Mapping[str, Any]], None]) -> None:
    """Calls `listener(code, actor_id, details)` within the transaction, after each entry was written."""
    if listener not in _listeners:
        _listeners.append(listener)


def record(
    what: Action,
    *,
    subject_type: str = "",
    subject_id: uuid.UUID | None = None,
    details: Mapping[str, Any] | None = None,
    actor_id: uuid.UUID | None = None,
) -> None:
    """Writes an audit entry of an action in the current schema.

    `subject_type` names a model in lower case ("user", "customer") or any other kind of thing ("report");
    `actor_id` is the user where the request's context does not know them yet (a sign-in). The entry is part
    of the open transaction and goes with it when that is rolled back: a refusal is recorded outside of what
    it refuses. Opens a transaction where none is. One statement. Raises ValueError for details of more than
    MOST_DETAILS characters, and for an action that is not in the catalogue.
    """
    from backend.kernel import db

    if CATALOGUE.get(what.code) != what:
        raise ValueError(f"the action {what.code} is not declared")
    text = json.dumps(details, cls=DjangoJSONEncoder, ensure_ascii=False) if details else None
    if text is not None and len(text) > MOST_DETAILS:
        raise ValueError(f"the details of {what.code} take {len(text)} characters")
    with db.transaction():
        _writers[0](
            action=what.code,
            subject_type=subject_type,
            subject_id=subject_id,
            details=text,
            actor_id=actor_id,
        )
        for listener in _listeners:
            listener(what.code, actor_id, details or {})

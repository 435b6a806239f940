"""The hash chain: what seals the entries, and what finds that one was removed, altered, inserted or moved.

A sealed entry has its number in the chain (`sequence`, from 1 without gaps), the hash of the entry before it
(`previous_hash`, 32 zero bytes for the first) and its own:

    hash = SHA-256(previous_hash || canonical form)

The canonical form is RFC 8785 (JSON Canonicalization Scheme) of an array of strings and nulls, in UTF-8:
sequence, id, at (UTC, `2026-01-31T09:30:00.000000Z`), txid, table, row_id, action, before, after, actor_id,
actor_kind, impersonator_id, request_id, ip, user_agent; and, of an entry that names a credential, credential_kind
and credential_id (form 2; an entry without one has the array of fifteen that all had before, form 1). Numbers are
decimal strings; `before` and `after` are the text that PostgreSQL gives for `jsonb`, where no digit of a number is
lost.

Entries are sealed by a job, so what was removed within its period leaves no gap; see adr/0007 for what the
chain proves. An entry that a long transaction commits late is sealed late, after younger ones.
"""

from __future__ import annotations

import hashlib
import json
import re
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import connection
from django.utils.translation import gettext_lazy as _

from backend.core.audit.writing import write_as_owner
from backend.kernel import db, tenancy
from backend.kernel.actions import action
from backend.kernel.ids import encode

GENESIS = bytes(32)
"""What the first entry has for the hash before it."""
BATCH = 2_000
"""Entries that one statement seals or reads."""
LATE = timedelta(days=1)
"""No transaction is open for so long: an entry that claims to be so much older than the one before was made up."""

PRUNED = action("audit.pruned", _("Old audit entries removed"))
ANCHORED = action("audit.anchored", _("Audit chains anchored"))

_NUMBER = re.compile(r"[0-9]{1,18}")
_HASH = re.compile(r"[0-9a-f]{64}")

_FORM_1 = 14
"""Fields of an entry without a credential, after its number."""
_FORM = """
    id::text, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), txid::text, "table", row_id::text,
    action, before::text, after::text, actor_id::text, actor_kind, impersonator_id::text, request_id, host(ip),
    user_agent, credential_kind, credential_id::text
"""
# The keys first: the planner would else walk past all that is sealed to find the oldest that is not.
_UNSEALED = f"""
WITH waiting AS MATERIALIZED (SELECT id FROM audit_entry WHERE sequence IS NULL)
SELECT {_FORM} FROM audit_entry
WHERE id IN (SELECT id FROM waiting ORDER BY id LIMIT %s) ORDER BY audit_entry.id
"""
_SEAL = """
UPDATE audit_entry AS entry SET sequence = s.sequence, previous_hash = s.previous, hash = s.hash
FROM unnest(%s::uuid[], %s::bigint[], %s::bytea[], %s::bytea[]) AS s (id, sequence, previous, hash)
WHERE entry.id = s.id
"""
_HEAD = "SELECT sequence, hash FROM audit_entry WHERE sequence IS NOT NULL ORDER BY sequence DESC LIMIT 1"
_SEALED = f"""
SELECT sequence, previous_hash, hash, at, {_FORM} FROM audit_entry
WHERE sequence >= %s ORDER BY sequence LIMIT %s
"""


def digest(previous: bytes, sequence: int, form: tuple[str | None, ...]) -> bytes:
    """The hash of an entry from the one before it and its fields as text."""
    if form[_FORM_1:] == (None, None):
        # A credential that is taken away from an entry, or given to one, changes the form and so the hash.
        form = form[:_FORM_1]
    # Python escapes strings as RFC 8785 wants it: only what must be, and control characters in lower case.
    text = json.dumps([str(sequence), *form], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(previous + text.encode()).digest()


@dataclass(frozen=True, slots=True)
class Head:
    """The chain's last entry."""

    sequence: int = 0
    hash: bytes = GENESIS


def head() -> Head:
    """The end of the current schema's chain."""
    with connection.cursor() as cursor:
        cursor.execute(_HEAD)
        row = cursor.fetchone()
    return Head(row[0], bytes(row[1])) if row else Head()


def seal(limit: int = 100_000) -> int:
    """Seals what is not sealed yet, oldest first, at most `limit` entries; returns how many.

    Runs once at a time a schema; another run at once does nothing. Each batch commits by itself, so one that
    is killed loses nothing.
    """
    done = 0
    while done < limit:
        count = _seal_batch(min(BATCH, limit - done))
        done += count
        if count < BATCH:
            break
    return done


def _seal_batch(limit: int) -> int:
    with db.transaction():
        if not db.advisory_lock("audit.seal", wait=False):
            return 0
        last = head()
        number, previous = last.sequence, last.hash
        keys: list[str] = []
        numbers: list[int] = []
        links: list[bytes] = []
        hashes: list[bytes] = []
        with connection.cursor() as cursor:
            cursor.execute(_UNSEALED, [limit])
            for form in cursor.fetchall():
                number += 1
                keys.append(form[0])
                numbers.append(number)
                links.append(previous)
                previous = digest(previous, number, form)
                hashes.append(previous)
            if keys:
                cursor.execute(_SEAL, [keys, numbers, links, hashes])
    return len(keys)


# -- anchors ----------------------------------------------------------------------------------------------

SHARDS = 24 * 60
"""Businesses are anchored in so many turns a day; those of a turn share an entry of the operator's log."""
_PER_ENTRY = 50


def shard_of(tenant_id: uuid.UUID) -> int:
    """In which turn a business is anchored. Its random bits decide, not its time."""
    return tenant_id.int % SHARDS


def _shard_key(shard: int) -> uuid.UUID:
    return uuid.UUID(int=shard + 1)


def anchor(shard: int, heads: Mapping[uuid.UUID, Head]) -> None:
    """Notes the ends of businesses' chains in the operator's log. Call it in the operator's schema."""
    told = [
        (str(key), [head.sequence, head.hash.hex()]) for key, head in sorted(heads.items()) if head.sequence
    ]
    for start in range(0, len(told), _PER_ENTRY):
        write_as_owner(
            ANCHORED, subject_id=_shard_key(shard), details={"heads": dict(told[start : start + _PER_ENTRY])}
        )


def _anchors(tenant_id: uuid.UUID) -> dict[int, bytes]:
    with tenancy.tenant_context(tenancy.PUBLIC), connection.cursor() as cursor:
        cursor.execute(
            "SELECT after -> 'heads' -> %s FROM audit_entry"
            " WHERE row_id = %s AND action = %s AND after -> 'heads' ? %s",
            [str(tenant_id), _shard_key(shard_of(tenant_id)), ANCHORED.code, str(tenant_id)],
        )
        rows = [row[0] for row in cursor.fetchall()]
    pairs = [json.loads(row) if isinstance(row, str) else row for row in rows]
    return dict(filter(None, (_noted(*pair) for pair in pairs if isinstance(pair, list) and len(pair) == 2)))


def _noted(sequence: Any, text: Any) -> tuple[int, bytes] | None:
    """A number and a hash that an entry states; None for anything else, which proves nothing."""
    if not (_NUMBER.fullmatch(str(sequence)) and _HASH.fullmatch(str(text))):
        return None
    return int(sequence), bytes.fromhex(text)


# -- verification -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Fault:
    """Where the chain does not hold: `kind` is removed, altered, moved, backdated or rewritten.

    An entry that was inserted among others, or changed places, shows as moved: it does not follow on the one
    before it. Rewritten: sound in itself, and not what the operator's log noted.
    """

    kind: str
    sequence: int
    entry: str | None
    """The entry at that place as a TypeID; None where there is none."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a verification found."""

    first: int
    """The number of the first entry that was read; 0 where nothing is sealed."""
    last: int
    """The last number that holds; of a reading from past the end, the chain's last, unread."""
    checked: int
    hash: bytes
    more: bool
    """Whether the chain goes on after `last`."""
    unsealed: int
    fault: Fault | None

    @property
    def sound(self) -> bool:
        """Whether what was read holds."""
        return self.fault is None


def _rows(start: int, limit: int) -> Iterator[tuple[Any, ...]]:
    while limit > 0:
        with connection.cursor() as cursor:
            cursor.execute(_SEALED, [start, min(BATCH, limit)])
            found = cursor.fetchall()
        yield from found
        if len(found) < min(BATCH, limit):
            return
        limit -= len(found)
        start = found[-1][0] + 1


def _checkpoints() -> set[tuple[int, bytes]]:
    """What retention stated. Logs of before the guard refused it may hold what anybody made up: it is passed over."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT after ->> 'through', after ->> 'hash' FROM audit_entry WHERE action = %s", [PRUNED.code]
        )
        return set(filter(None, (_noted(through, text) for through, text in cursor.fetchall())))


def verify(start: int = 1, limit: int = 10_000_000) -> Verdict:
    """Reads the current schema's chain from the number `start` on, at most `limit` entries, up to the first fault.

    The first entry there may follow on a checkpoint of retention. A business's chain is also held against what
    the operator's log noted of it, so an end that was cut off or a chain that was computed anew is found too.
    """
    tenant = tenancy.current()
    anchors = {} if tenant.id == tenancy.PUBLIC.id else _anchors(tenant.id)
    end = head()
    first, number, previous, moment = 0, 0, GENESIS, None
    checked = 0
    fault: Fault | None = None
    if start > end.sequence:
        # Past the end there is nothing to read: the answer is where the chain ends, and whether it should.
        number, previous = end.sequence, end.hash
    elif start > 1:
        # In the middle: what stands before is believed here, and is another call's to check.
        before = next(_rows(start - 1, 1), None)
        if before is not None and before[0] == start - 1:
            number, previous, moment = before[0], bytes(before[2] or b""), before[3]
    for row in _rows(start, limit):
        sequence, stated, own, at = row[0], bytes(row[1] or b""), bytes(row[2] or b""), row[3]
        if not first:
            first = sequence
            if number == 0 and sequence > 1:
                if (sequence - 1, stated) not in _checkpoints():
                    fault = Fault("removed", sequence - 1, None)
                    break
                number, previous = sequence - 1, stated
        fault = _fault(sequence, stated, own, row[4:], number, previous)
        if fault is None and moment is not None and at < moment - LATE:
            fault = Fault("backdated", sequence, encode("aud", uuid.UUID(row[4])))
        if fault is None and anchors.get(sequence, own) != own:
            fault = Fault("rewritten", sequence, encode("aud", uuid.UUID(row[4])))
        if fault is not None:
            break
        number, previous, moment = sequence, own, at
        checked += 1
    noted = [*anchors, *(through for through, _hash in (_checkpoints() if end.sequence == 0 else ()))]
    if fault is None and number >= end.sequence and any(known > end.sequence for known in noted):
        fault = Fault("removed", end.sequence + 1, None)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM audit_entry WHERE sequence IS NULL")
        unsealed = int(cursor.fetchone()[0])
    return Verdict(
        first=first,
        last=number,
        checked=checked,
        hash=previous,
        more=fault is None and number < end.sequence,
        unsealed=unsealed,
        fault=fault,
    )


def _fault(
    sequence: int, stated: bytes, own: bytes, form: tuple[Any, ...], number: int, previous: bytes
) -> Fault | None:
    if sequence != number + 1:
        return Fault("removed", number + 1, None)
    name = encode("aud", uuid.UUID(form[0]))
    if stated != previous:
        return Fault("moved", sequence, name)
    return None if digest(stated, sequence, form) == own else Fault("altered", sequence, name)

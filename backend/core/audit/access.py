"""The log of requests: gathered in memory while answering, written by a thread of its own in batches.

A request pays for an append to a list and sends no statement. A process writes what it gathered every SECONDS,
and when it ends in good order. Killed (`kill -9`, a power cut), it loses the requests of its last SECONDS;
with a database that takes nothing, it keeps the last MOST and counts what it drops. The audit log of changes
does not hang on this: its entries commit with the change.

After writing, the rules of security are examined for businesses where something happened that they look at.
"""

from __future__ import annotations

import atexit
import logging
import os
import threading
import uuid
from collections import Counter, deque
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import DatabaseError, close_old_connections, connection

from backend.core.audit import rules
from backend.core.audit.models import AccessEntry
from backend.kernel import context, db, tenancy
from backend.kernel.ids import decode, new_id

logger = logging.getLogger(__name__)

SECONDS = 5.0
"""Between two writes; so much of the log a killed process loses."""
LOOK_AFTER = 2_000
"""Rows of lists that went out to one actor, after which a process has the rules examined."""
MOST = 20_000
"""Requests that wait at most in a process; older ones are dropped."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is kept of a request. Ids are TypeIDs as the context holds them; empty where unknown."""

    at: datetime
    method: str
    route: str
    status: int
    duration_ms: int
    actor: str
    actor_kind: str
    impersonator: str
    request_id: str
    ip: str
    credential_kind: str = ""
    credential: str = ""
    rows: int | None = None


_waiting: deque[tuple[tenancy.TenantInfo, Request]] = deque(maxlen=MOST)
_suspicious: dict[uuid.UUID, tenancy.TenantInfo] = {}
_read: Counter[tuple[uuid.UUID, str]] = Counter()
_dropped = 0
_lock = threading.Lock()
_writer_of = 0
_stop = threading.Event()


def note(tenant: tenancy.TenantInfo, request: Request) -> None:
    """Keeps a request for the next write. Costs no statement and does not wait."""
    global _dropped
    if len(_waiting) == MOST:
        _dropped += 1
    _waiting.append((tenant, request))
    if request.status in rules.REFUSALS or (request.rows and _has_read_much(tenant, request)):
        _suspicious[tenant.id] = tenant
    _ensure_writer()


def _has_read_much(tenant: tenancy.TenantInfo, request: Request) -> bool:
    """Counts what goes out to an actor; true each time that it is much. The rules count it over all processes."""
    if len(_read) >= MOST:
        _read.clear()
    key = (tenant.id, request.actor)
    _read[key] += request.rows or 0
    if _read[key] < LOOK_AFTER:
        return False
    del _read[key]
    return True


def watch(code: str, _actor: uuid.UUID | None, _details: object) -> None:
    """After the commit of an action that the rules look at, they are examined with the next write."""
    if code in rules.WATCHED:
        tenant = tenancy.current()

        def mark() -> None:
            _suspicious[tenant.id] = tenant
            _ensure_writer()

        db.on_commit(mark)


def flush() -> int:
    """Writes what waits, a statement a business, and examines the rules; returns how many requests were written.

    What the database does not take goes back to wait. Runs once at a time a process.
    """
    global _dropped
    with _lock:
        batches: dict[uuid.UUID, tuple[tenancy.TenantInfo, list[Request]]] = {}
        for _ in range(len(_waiting)):
            tenant, request = _waiting.popleft()
            batches.setdefault(tenant.id, (tenant, []))[1].append(request)
        suspicious = [_suspicious.pop(key) for key in list(_suspicious)]
        written = 0
        for tenant, requests in batches.values():
            try:
                with tenancy.tenant_context(tenant):
                    _write(requests)
                written += len(requests)
            except DatabaseError as error:
                if not _is_there(tenant):
                    continue  # Purged since; its log went with it.
                logger.warning("%s requests wait to be logged: %s", len(requests), error)
                _waiting.extendleft(
                    (tenant, request) for request in reversed(requests[: MOST - len(_waiting)])
                )
        for tenant in suspicious:
            try:
                with tenancy.tenant_context(tenant):
                    rules.examine()
            except DatabaseError as error:
                if _is_there(tenant):
                    logger.warning("the rules of security were not examined: %s", error)
                    _suspicious[tenant.id] = tenant
        if _dropped:
            logger.error("%s requests were not logged: the database took none", _dropped)
            _dropped = 0
        return written


def _is_there(tenant: tenancy.TenantInfo) -> bool:
    try:
        return tenant.id == tenancy.PUBLIC.id or tenancy.resolve_id(tenant.id) is not None
    except DatabaseError:
        return True  # Nobody can say just now.


def _credential(request: Request) -> uuid.UUID | None:
    if not request.credential:
        return None
    return decode(context.CREDENTIALS[request.credential_kind], request.credential)


def _write(requests: list[Request]) -> None:
    AccessEntry.objects.bulk_create(
        [
            AccessEntry(
                id=new_id(),
                at=request.at,
                method=request.method,
                route=request.route,
                status=request.status,
                duration_ms=request.duration_ms,
                actor_id=decode("usr", request.actor) if request.actor else None,
                actor_kind=request.actor_kind,
                impersonator_id=decode("usr", request.impersonator) if request.impersonator else None,
                request_id=request.request_id,
                ip=request.ip or None,
                credential_kind=request.credential_kind or None,
                credential_id=_credential(request),
                rows=request.rows,
            )
            for request in requests
        ],
        batch_size=2_000,
    )


def waiting() -> int:
    """How many requests wait to be written in this process."""
    return len(_waiting)


def clear() -> None:
    """Forgets what waits: for tests."""
    _waiting.clear()
    _suspicious.clear()
    _read.clear()


# -- the thread -------------------------------------------------------------------------------------------


def _ensure_writer() -> None:
    """Starts the writer of this process, once; a forked child has none of its parent's threads."""
    global _writer_of
    if _writer_of == os.getpid() or not settings.ACCESS_LOG_WRITER:
        return
    _writer_of = os.getpid()
    threading.Thread(target=_run, name="access-log", daemon=True).start()
    atexit.register(_finish)


def _run() -> None:
    while not _stop.wait(SECONDS):
        _turn()
    connection.close()


def _turn() -> None:
    try:
        flush()
        close_old_connections()
    except Exception:
        # A thread that ends would end the log; what failed is told and tried again.
        logger.exception("the log of requests was not written")


def _finish() -> None:
    _stop.set()
    _turn()

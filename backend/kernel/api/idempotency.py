"""Idempotency keys: the same POST twice has one effect and one answer.

Source: IETF draft-ietf-httpapi-idempotency-key-header-07. A key is claimed by a row that commits on its
own, so a second request sees it (409 while the first runs). The answer is written in the transaction of
the work itself, so either both are there or neither: a process killed in between leaves only a claim, and
the retry does the work for the first time. That transaction holds an advisory lock on its lease, which
PostgreSQL lets go when the process dies: a claim older than GRACE whose lock is free has no holder any more
and is taken over at once. Work outside one transaction holds no lock: its claim runs out after LEASE.
"""

from __future__ import annotations

import hashlib
import re
import uuid
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from backend.kernel import clock, context, db
from backend.kernel.crypto import decrypt, encrypt
from backend.kernel.errors import BadRequest, Conflict, Unprocessable
from backend.kernel.ids import new_id
from backend.kernel.models import IdempotencyKey
from backend.kernel.permissions import Principal

LEASE = timedelta(seconds=60)
GRACE = timedelta(seconds=1)
"""From the claim to the start of the work's transaction, where the lock is taken. A holder that is slower
loses the key and undoes its work (LeaseLost)."""
KEPT = timedelta(hours=48)
"""How long a key is remembered: the contract promises 24 hours, and the task that forgets comes once a day."""
_LOCK = "kernel.idempotency"
_KEY = re.compile(r"[\x21-\x7e]{1,255}")
_HEADERS = ("ETag", "Location", "Content-Language")
_CLAIM = """
INSERT INTO kernel_idempotencykey (id, credential, key, fingerprint, lease, leased_until, headers, created_at)
VALUES (%s, %s, %s, %s, %s, %s, '{}', %s) ON CONFLICT (credential, key) DO NOTHING
"""
_RECORD = """
UPDATE kernel_idempotencykey SET status = %s, headers = %s::jsonb, body = %s
WHERE id = %s AND lease = %s AND status IS NULL
"""


class IdempotencyKeyMissing(BadRequest):
    """The route moves money or makes documents, and so needs an `Idempotency-Key`."""

    code = "idempotency_key_missing"
    message = _("This request needs an Idempotency-Key header.")


class IdempotencyKeyInvalid(BadRequest):
    """The key is empty, too long, or not printable ASCII."""

    code = "idempotency_key_invalid"
    message = _("An Idempotency-Key is 1 to 255 printable ASCII characters without spaces.")


class IdempotencyKeyReused(Unprocessable):
    """The key was used before, with another method, path or body."""

    code = "idempotency_key_reused"
    message = _("This Idempotency-Key was used for another request.")


class RequestInFlight(Conflict):
    """A request with this key is being done right now."""

    code = "request_in_flight"
    message = _("The request with this Idempotency-Key is being done right now.")


class LeaseLost(Conflict):
    """The request took longer than its claim, and another took the key over; nothing was done."""

    code = "idempotency_lease_lost"
    message = _("The request took too long and was taken over by its retry.")


@dataclass(frozen=True, slots=True)
class Claim:
    """A key that this request holds."""

    row_id: uuid.UUID
    lease: uuid.UUID


def key_of(request: HttpRequest, *, required: bool) -> str | None:
    """The request's key, None where there is none.

    Raises IdempotencyKeyMissing where the route requires one, IdempotencyKeyInvalid for a bad one.
    """
    key = request.headers.get("Idempotency-Key")
    if key is None:
        if required:
            raise IdempotencyKeyMissing()
        return None
    if not _KEY.fullmatch(key):
        raise IdempotencyKeyInvalid()
    return key


def fingerprint(request: Any, *, upload: bool = False) -> bytes:
    """A digest of method, path, query and body; of an upload's parts rather than its boundaries.

    Only an upload is read as a form: what has been read so never reaches the parsers of other operations.
    """
    digest = hashlib.sha256(
        f"{request.method} {request.get_full_path()}\0".encode("utf-8", "surrogateescape")
    )
    if upload and (request.content_type or "").startswith("multipart/"):
        for name, part in sorted(request.FILES.items()):
            digest.update(f"{name}\0{part.name}\0".encode("utf-8", "surrogateescape"))
            for chunk in part.chunks():
                digest.update(chunk)
            part.seek(0)
    else:
        digest.update(request.body)
    return digest.digest()


def credential_of(principal: Principal | None, request: HttpRequest) -> str:
    """Whose key it is: two users may use the same text. Anonymous callers are told apart by address."""
    if principal is not None and principal.user_id is not None:
        return str(principal.user_id)
    return "anonymous:" + context.current().ip


def claim(credential: str, key: str, mark: bytes, *, locked: bool = False) -> Claim | HttpResponse:
    """Takes the key, or gives the answer that it already has.

    `locked` says that the operation works in one transaction, that of `transaction_of`.

    Raises IdempotencyKeyReused and RequestInFlight.
    """
    now = clock.now()
    lease = new_id()
    identity = new_id()
    with db.fixed() as cursor:
        # One statement that commits by itself; by the ORM it is five round trips.
        cursor.execute(_CLAIM, [identity, credential, key, mark, lease, now + LEASE, now])
        if cursor.rowcount:
            return Claim(identity, lease)
    found = IdempotencyKey.objects.filter(credential=credential, key=key).first()
    if found is None:
        raise RequestInFlight(retry_after=1)
    if bytes(found.fingerprint) != mark:
        raise IdempotencyKeyReused()
    if found.status is not None:
        return _replay(found)
    with db.transaction():
        left = found.leased_until < now or (
            locked
            and found.leased_until <= now + LEASE - GRACE
            and db.advisory_lock(_LOCK, found.lease, wait=False)
        )
        # Its holder may have come to its end since: then the status is there, or the row is gone.
        took = left and IdempotencyKey.objects.filter(
            pk=found.pk, lease=found.lease, status__isnull=True
        ).update(lease=lease, leased_until=now + LEASE)
    if not took:
        raise RequestInFlight(retry_after=1)
    return Claim(found.pk, lease)


def transaction_of(held: Claim | None) -> AbstractContextManager[None]:
    """The transaction of the work. To its end, or the process's, others see that the holder of the claim lives."""
    return db.transaction(holding=(_LOCK, held.lease) if held is not None else None)


def _replay(row: IdempotencyKey) -> HttpResponse:
    assert row.status is not None
    headers: dict[str, str] = row.headers
    body = decrypt(bytes(row.body).decode(), context=_place(row.pk)) if row.body else b""
    answer = HttpResponse(body, status=row.status)
    for name, value in headers.items():
        answer[name] = value
    answer["Idempotent-Replayed"] = "true"
    return answer


def _place(row_id: uuid.UUID) -> str:
    # Some answers hold a secret that is shown once: none lies in clear where the key is kept.
    return f"kernel.idempotency:{row_id}"


def record(held: Claim, answer: HttpResponse) -> None:
    """Writes the answer under the key: inside the transaction of the work for a success.

    Raises LeaseLost where another request took the key over, which undoes the work.
    """
    headers = {name: answer[name] for name in ("Content-Type", *_HEADERS) if name in answer}
    body = encrypt(answer.content, context=_place(held.row_id)).encode()
    with db.fixed() as cursor:
        cursor.execute(
            _RECORD, [answer.status_code, orjson.dumps(headers).decode(), body, held.row_id, held.lease]
        )
        done = cursor.rowcount
    if not done:
        raise LeaseLost(retry_after=1)


def release(held: Claim) -> None:
    """Gives the key back: the answer (5xx, 429) is not one to keep."""
    IdempotencyKey.objects.filter(pk=held.row_id, lease=held.lease, status__isnull=True).delete()


def forget_old() -> int:
    """Deletes the records older than KEPT, and with them the answers that they hold; returns how many."""
    with db.transaction():
        return IdempotencyKey.objects.filter(created_at__lt=clock.now() - KEPT).delete()[0]

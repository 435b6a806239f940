"""One job a target: an advisory lock held by a connection that also writes the job's heartbeat."""

from __future__ import annotations

import hashlib
import logging
import threading
import uuid
from types import TracebackType
from typing import Self

import psycopg
from psycopg import sql

from backend.platform.backups.engine.errors import Lost
from backend.platform.backups.engine.pgtools import Server

log = logging.getLogger(__name__)

BEAT_SECONDS = 5.0
STALE_SECONDS = 60.0
"""A running job whose heartbeat is older than this has no process any more."""


class Busy(Exception):
    """Another job of the same target holds the lock."""


class Guard:
    """Holds the target's lock for the block; ``alive`` raises ``Lost`` when lock or heartbeat is gone.

    The lock belongs to the session of a connection of its own, so it goes when the process dies, however it
    dies.
    """

    def __init__(
        self, server: Server, target: uuid.UUID, table: str = "", row: uuid.UUID | None = None
    ) -> None:
        self._server = server
        self._key = lock_key(target)
        self._table, self._row = table, row
        self._stop = threading.Event()
        self._lost: str | None = None
        self._connection: psycopg.Connection[tuple[object, ...]] | None = None
        self._thread: threading.Thread | None = None

    def __enter__(self) -> Self:
        connection = psycopg.connect(
            self._server.dsn, autocommit=True, application_name="guildhall-backup-job"
        )
        row = connection.execute("SELECT pg_try_advisory_lock(%s)", [self._key]).fetchone()
        if row is None or not row[0]:
            connection.close()
            raise Busy
        self._connection = connection
        if self._row is not None:
            self._beat()
        self._thread = threading.Thread(target=self._run, name="backup-heartbeat", daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        if self._thread is not None:
            self._thread.join(BEAT_SECONDS)
        if self._connection is not None:
            self._connection.close()

    def alive(self) -> None:
        """Raises ``Lost`` when this process no longer holds the lock for certain."""
        if self._lost is not None:
            raise Lost(f"the job's lock was lost: {self._lost}")

    def _run(self) -> None:
        while not self._stop.wait(BEAT_SECONDS):
            try:
                self._beat()
            except psycopg.Error as exc:
                self._lost = str(exc)
                log.warning("a backup job lost its lock: %s", exc)
                return

    def _beat(self) -> None:
        assert self._connection is not None
        if self._row is None:
            self._connection.execute("SELECT 1")
            return
        self._connection.execute(
            sql.SQL("UPDATE public.{} SET heartbeat_at = now() WHERE id = %s").format(
                sql.Identifier(self._table)
            ),
            [self._row],
        )


def lock_key(target: uuid.UUID) -> int:
    """The advisory lock's number for a target."""
    digest = hashlib.blake2b(b"guildhall-backups:" + target.bytes, digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)

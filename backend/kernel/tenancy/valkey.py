"""One round trip to Valkey with little Python around it, for the few questions that every request asks.

redis-py is made for everything that Valkey can do, and takes several times as long over a question as its answer
is under way. Here a thread has one connection, sends commands that are written together, and reads their replies
(RESP2). Whatever goes wrong ends the connection, so that no reply is ever read by the next question.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from typing import Any

import redis

READ_BYTES = 65_536
MOST_BYTES = 64 * 2**20
"""A longer answer is none to a question of ours."""


class _Short(Exception):
    """The reply is not whole yet."""


class Lines:
    """The connections of this process to one server: one a thread, opened when it first asks."""

    def __init__(self, url: str, **options: Any) -> None:
        # The library opens them: address, login, database and TLS are its matter. RESP2 pushes nothing by itself.
        options["parser_class"] = redis.connection._RESP2Parser
        self._pool = redis.ConnectionPool.from_url(url, protocol=2, **options)
        self._mine = threading.local()

    def ask(self, *commands: Sequence[str | bytes | int]) -> list[Any]:
        """The replies to some commands that are sent together: bytes, int, None or lists of these.

        A connection that the server has closed meanwhile is opened anew, once; the commands may then have run
        twice. Raises redis.RedisError and OSError.
        """
        text = b"".join(map(_packed, commands))
        connection: Any = getattr(self._mine, "connection", None)
        if connection is not None and self._mine.process == os.getpid():
            try:
                return self._asked(connection, text, len(commands))
            except (ConnectionError, redis.ConnectionError):
                pass
        connection = self._pool.make_connection()
        connection.connect()
        self._mine.connection, self._mine.process = connection, os.getpid()
        return self._asked(connection, text, len(commands))

    def _asked(self, connection: Any, text: bytes, count: int) -> list[Any]:
        try:
            socket = connection._sock
            socket.sendall(text)
            found = b""
            while True:
                part = socket.recv(READ_BYTES)
                if not part or len(found) > MOST_BYTES:
                    raise ConnectionError("the answer was cut")
                found += part
                try:
                    replies, end = _replies(found, 0, count)
                except _Short:
                    continue
                break
            if end != len(found):
                raise redis.InvalidResponse("there is more than was asked for")
        except BaseException:
            self._mine.connection = None
            connection.disconnect()
            raise
        for reply in replies:
            if isinstance(reply, redis.ResponseError):
                raise reply
        return replies


def _packed(command: Sequence[str | bytes | int]) -> bytes:
    parts = [b"*%d\r\n" % len(command)]
    for word in command:
        data = word if isinstance(word, bytes) else str(word).encode()
        parts.append(b"$%d\r\n%b\r\n" % (len(data), data))
    return b"".join(parts)


def _replies(data: bytes, at: int, count: int) -> tuple[list[Any], int]:
    """So many replies from a place on, and where they end. Raises _Short and redis.InvalidResponse."""
    found: list[Any] = []
    for _ in range(count):
        end = data.find(b"\r\n", at)
        if end < 0:
            raise _Short()
        kind, rest = data[at : at + 1], data[at + 1 : end]
        at = end + 2
        if kind == b"$":
            length = int(rest)
            if length < 0:
                found.append(None)
                continue
            end = at + length
            if len(data) < end + 2:
                raise _Short()
            found.append(data[at:end])
            at = end + 2
        elif kind == b":":
            found.append(int(rest))
        elif kind == b"+":
            found.append(rest)
        elif kind == b"-":
            found.append(redis.ResponseError(rest.decode("utf-8", "replace")))
        elif kind == b"*":
            items, at = _replies(data, at, max(0, int(rest)))
            found.append(items if int(rest) >= 0 else None)
        else:
            raise redis.InvalidResponse(f"a reply begins with {kind!r}")
    return found, at

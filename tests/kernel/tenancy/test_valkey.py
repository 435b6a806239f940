"""The short way to Valkey: replies belong to their questions, whatever happens on the way."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
import redis
from django.conf import settings

from backend.kernel.tenancy.valkey import Lines

PATIENCE = 30.0
Behaviour = Callable[[socket.socket], None]


@contextmanager
def server(*behaviours: Behaviour) -> Iterator[str]:
    """A server that treats its first connection by the first behaviour, its second by the second; its URL."""

    def serve() -> None:
        for behave in behaviours:
            there, _ = listener.accept()
            there.settimeout(PATIENCE)
            with there:
                while b"MGET" not in there.recv(65_536):
                    there.sendall(b"+OK\r\n")  # What the library says when it opens a connection.
                behave(there)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(PATIENCE)
        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"redis://127.0.0.1:{listener.getsockname()[1]}"
        thread.join(PATIENCE)
        assert not thread.is_alive()


def lines(url: str, patience: float = PATIENCE) -> Lines:
    return Lines(url, socket_timeout=patience, socket_connect_timeout=PATIENCE)


def test_several_commands_are_one_trip_and_every_kind_of_reply_is_read() -> None:
    ask = lines(settings.REDIS_URL).ask
    key = f"test-lines:{os.getpid()}"
    value = (
        b"a\r\n$3\r\n\x00" * 20_000
    )  # Longer than what is read at once, with what looks like a reply in it.
    assert ask(["SET", key, value, "EX", 60], ["MGET", key, "nothing"], ["DEL", key]) == [
        b"OK",
        [value, None],
        1,
    ]
    assert ask(["MGET", key]) == [[None]]
    with pytest.raises(redis.ResponseError):
        ask(["SET", key, "no number", "EX", 60], ["INCR", key], ["DEL", key])
    assert ask(["MGET", key]) == [[None]]


def test_a_reply_in_pieces_is_waited_for() -> None:
    def in_pieces(there: socket.socket) -> None:
        for piece in (b"*", b"1\r\n$", b"5\r\nwh", b"ole\r", b"\n"):
            there.sendall(piece)

    with server(in_pieces) as url:
        assert lines(url).ask(["MGET", "a"]) == [[b"whole"]]


def test_a_late_reply_is_never_the_answer_to_the_next_question() -> None:
    given_up = threading.Event()

    def late(there: socket.socket) -> None:
        assert given_up.wait(PATIENCE)
        there.sendall(b"*1\r\n$6\r\nfirst!\r\n")

    def at_once(there: socket.socket) -> None:
        there.sendall(b"*1\r\n$6\r\nsecond\r\n")

    with server(late, at_once) as url:
        asking = lines(url, patience=0.2)
        with pytest.raises((OSError, redis.RedisError)):
            asking.ask(["MGET", "first"])
        given_up.set()
        asking._pool.connection_kwargs["socket_timeout"] = PATIENCE
        assert asking.ask(["MGET", "second"]) == [[b"second"]]


def test_more_than_was_asked_for_ends_the_connection() -> None:
    def too_much(there: socket.socket) -> None:
        there.sendall(b"*1\r\n$1\r\na\r\n*1\r\n$1\r\nb\r\n")

    def right(there: socket.socket) -> None:
        there.sendall(b"*1\r\n$1\r\nc\r\n")

    with server(too_much, right) as url:
        asking = lines(url)
        with pytest.raises(redis.InvalidResponse):
            asking.ask(["MGET", "a"])
        assert asking.ask(["MGET", "c"]) == [[b"c"]]


def test_a_connection_that_the_server_closed_is_opened_anew() -> None:
    def once(there: socket.socket) -> None:
        there.sendall(b"*1\r\n$1\r\na\r\n")

    with server(once, once) as url:
        asking = lines(url)
        assert asking.ask(["MGET", "a"]) == [[b"a"]]
        assert asking.ask(["MGET", "a"]) == [[b"a"]]


def test_a_thread_never_has_anothers_connection() -> None:
    asking = lines(settings.REDIS_URL)
    asking.ask(["PING"])
    seen = []
    other = threading.Thread(target=lambda: (asking.ask(["PING"]), seen.append(asking._mine.connection)))
    other.start()
    other.join(PATIENCE)
    assert len(seen) == 1
    assert seen[0] is not asking._mine.connection


def test_a_forked_process_has_a_connection_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    asking = lines(settings.REDIS_URL)
    asking.ask(["PING"])
    before = asking._mine.connection
    monkeypatch.setattr(asking._mine, "process", -1)
    assert asking.ask(["PING"]) == [b"PONG"]
    assert asking._mine.connection is not before

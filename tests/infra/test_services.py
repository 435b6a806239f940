"""Embedded PostgreSQL and Valkey: started, found again with their data, mended after a crash, shared and stopped."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

import psycopg
import pytest
import redis

from infra.dev.console import Problem
from infra.dev.layout import Local
from infra.dev.postgres import Postgres
from infra.dev.services import Services, shared_services
from infra.dev.valkey import Valkey


@pytest.fixture
def postgres(local: Local) -> Iterator[Postgres]:
    server = Postgres(local, throwaway=True)
    server.start()
    yield server
    server.stop(at_once=True)


@pytest.fixture
def valkey(local: Local) -> Iterator[Valkey]:
    server = Valkey(local)
    server.start()
    yield server
    server.stop(at_once=True)


def write_and_read(url: str) -> list[int]:
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS kept (n int)")
        connection.execute("INSERT INTO kept SELECT count(*) FROM kept")
        return [n for (n,) in connection.execute("SELECT n FROM kept ORDER BY n")]


def until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_postgres_keeps_its_data_and_starts_once(postgres: Postgres) -> None:
    first = postgres.pid
    assert write_and_read(postgres.url()) == [0]
    postgres.start()
    assert postgres.pid == first
    postgres.stop()
    assert postgres.pid is None
    postgres.start()
    assert write_and_read(postgres.url()) == [0, 1]


def test_postgres_comes_back_after_a_crash(postgres: Postgres) -> None:
    write_and_read(postgres.url())
    pid = postgres.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    # Its backends notice within a moment; until then the shared memory is in use.
    until(lambda: postgres.pid is None)
    postgres.start()
    assert postgres.pid != pid
    with psycopg.connect(postgres.url()) as connection:
        assert connection.execute(
            "SELECT count(*) FROM pg_database WHERE datname = 'guildhall'"
        ).fetchone() == (1,)


def test_postgres_is_tuned_and_listens_for_us_alone(postgres: Postgres, local: Local) -> None:
    with psycopg.connect(postgres.url()) as connection:
        said = {
            name: connection.execute("SELECT current_setting(%s)", [name]).fetchone()
            for name in (
                "max_locks_per_transaction",
                "max_connections",
                "listen_addresses",
                "server_encoding",
            )
        }
    assert said == {
        "max_locks_per_transaction": ("1024",),
        "max_connections": ("200",),
        "listen_addresses": ("",),
        "server_encoding": ("UTF8",),
    }
    assert stat.S_IMODE(local.socket_dir.stat().st_mode) == 0o700
    pid = postgres.pid
    assert pid is not None
    owner = os.stat(f"/proc/{pid}").st_uid if os.path.exists("/proc") else local.postgres.stat().st_uid
    assert owner != 0


def test_a_postgres_that_cannot_start_says_why(postgres: Postgres, local: Local) -> None:
    postgres.stop()
    control = local.postgres / "global" / "pg_control"
    control.write_bytes(b"\0" * control.stat().st_size)
    with pytest.raises(Problem, match=r"did not start(?s:.)*DATABASE_URL"):
        postgres.start()


def test_valkey_keeps_its_port_and_wants_its_password(valkey: Valkey) -> None:
    url, port = valkey.url(), valkey.port
    redis.Redis.from_url(url).set("kept", "yes")
    with pytest.raises(redis.AuthenticationError):
        redis.Redis(port=port).get("kept")
    valkey.stop()
    assert valkey.pid is None
    valkey.start()
    assert valkey.url() == url
    assert redis.Redis.from_url(url).get("kept") == b"yes"


def test_two_users_share_services_and_the_last_stops_them(local: Local) -> None:
    with shared_services(local) as first:
        pid = Postgres(local).pid
        with shared_services(local) as second:
            assert second == first
            assert Postgres(local).pid == pid
        assert Postgres(local).pid == pid
        psycopg.connect(first["DATABASE_URL"]).close()
    assert Postgres(local).pid is None
    assert Valkey(local).pid is None


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGHUP])
def test_services_end_with_the_program_that_holds_them(local: Local, how: signal.Signals) -> None:
    """By a plain `kill` and by a terminal that is closed, as by Ctrl-C."""
    outside = {**os.environ, "DATABASE_URL": "postgresql://u:p@127.0.0.1:1/nothing"}
    outside.pop("REDIS_URL", None)
    command = [sys.executable, "-m", "infra.dev", "services", "--local", str(local.path)]
    with subprocess.Popen(command, env=outside, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert any("Ctrl-C" in line for line in holder.stdout)
        assert Valkey(local).pid is not None
        holder.send_signal(how)
        assert holder.wait(60) == 0
    assert Valkey(local).pid is None


def test_addresses_from_outside_replace_what_is_embedded(
    local: Local, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://db.example/guildhall")
    monkeypatch.setenv("REDIS_URL", "redis://cache.example:6379")
    services = Services(local)
    began = time.monotonic()
    services.start(quiet=True)
    assert time.monotonic() - began < 1
    assert services.embedded == []
    assert services.environment() == {
        "DATABASE_URL": "postgresql://db.example/guildhall",
        "REDIS_URL": "redis://cache.example:6379",
    }


def test_a_long_path_still_gets_a_socket(tmp_path_factory: pytest.TempPathFactory) -> None:
    deep = tmp_path_factory.mktemp("deep") / ("d" * 60) / ("e" * 60)
    local = Local.at(deep)
    assert len(os.fsencode(local.socket_dir)) < 85
    server = Postgres(local, throwaway=True)
    try:
        server.start()
        psycopg.connect(server.url()).close()
    finally:
        server.stop(at_once=True)
        local.socket_dir.rmdir()

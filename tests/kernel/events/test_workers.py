"""The whole way with real processes: emitters, Celery worker and beat, a receiver; and workers killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import pytest
import redis
from django.conf import settings
from standardwebhooks import Webhook

from backend.business.webhooks import services
from backend.business.webhooks.permissions import MANAGE
from backend.kernel.ids import new_id
from backend.kernel.permissions import EVERYTHING, Principal
from tests.business.webhooks.receiver import Call, receiving
from tests.kernel.events.sample import rows

ROOT = Path(__file__).resolve().parents[3]
EVENTS = 300


@pytest.fixture
def environment(database: str) -> Iterator[dict[str, str]]:
    """The processes' environment: the test's database, and a database of Valkey's for them alone."""
    name = settings.DATABASES["default"]["NAME"]
    url = os.environ["DATABASE_URL"]
    base, _, query = url.partition("?")
    broker = urlunsplit(urlsplit(settings.REDIS_URL)._replace(path="/9"))
    redis.Redis.from_url(broker).flushdb()
    yield {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "DATABASE_URL": base.rpartition("/")[0] + f"/{name}" + (f"?{query}" if query else ""),
        "REDIS_URL": broker,
        "GUILDHALL_ALLOW_LOOPBACK_WEBHOOKS": "1",
    }
    redis.Redis.from_url(broker).flushdb()


@pytest.fixture
def spawn(environment: dict[str, str], tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts processes, each in a group of its own; all are ended with the test."""
    started: list[subprocess.Popen[str]] = []

    def start(*command: str, **options: Any) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, *command],
            cwd=ROOT,
            env=environment,
            text=True,
            start_new_session=True,
            **options,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(10)
        if process.stdout is not None:
            process.stdout.close()


def wait_for(what: Callable[[], bool], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < deadline, "it did not come about"
        time.sleep(0.05)


@pytest.mark.slow
def test_workers_that_are_killed_lose_nothing(
    live_tenant: Any, spawn: Callable[..., subprocess.Popen[str]], tmp_path: Path
) -> None:
    manager = Principal(
        kind="staff",
        user_id=new_id(),
        tenant_id=live_tenant.id,
        schema=live_tenant.schema,
        grants={MANAGE.code: EVERYTHING, "webhooks.endpoint.view": EVERYTHING},
    )
    celery = ("-m", "celery", "-A", "backend.config.celery:app")
    worker = (
        *celery,
        "worker",
        "--concurrency=2",
        "--loglevel=WARNING",
        "--without-gossip",
        "--without-mingle",
    )
    came: dict[str, datetime] = {}

    def note(call: Call) -> None:
        came.setdefault(call.headers["webhook-id"], datetime.now(UTC))

    with receiving() as receiver:
        receiver.act = note
        endpoint = services.create_endpoint(
            principal=manager, url=receiver.url, event_types=["sample.happened"]
        )
        secret: str = endpoint.revealed_secret  # type: ignore[attr-defined]
        spawn(*celery, "beat", "--loglevel=WARNING", "--pidfile=", f"--schedule={tmp_path / 'beat'}")
        emitter = str(Path(__file__).with_name("emit_process.py"))
        said = (
            spawn(emitter, live_tenant.schema, "1", stdout=subprocess.PIPE).communicate(timeout=60)[0].split()
        )
        first = spawn(*worker)
        wait_for(lambda: len(came) == 1, 60)
        receiver.calls.clear()
        # A calm time first: what an event waits for while all is well.
        calm = spawn(emitter, live_tenant.schema, "40", stdout=subprocess.PIPE)
        said += calm.communicate(timeout=60)[0].split()
        wait_for(lambda: len(came) == 41, 60)
        waits = sorted(
            (
                came[json.loads(call.body)["id"]] - datetime.fromisoformat(json.loads(call.body)["timestamp"])
            ).total_seconds()
            for call in receiver.calls
        )
        # Then a burst, in the middle of which every worker process is killed, twice.
        burst = spawn(emitter, live_tenant.schema, str(EVENTS), stdout=subprocess.PIPE)
        for _ in range(2):
            seen = len(came)
            wait_for(lambda seen=seen: len(came) >= min(seen + 60, 41 + EVENTS - 20), 90)  # type: ignore[misc]
            os.killpg(first.pid, signal.SIGKILL)
            first.wait(10)
            first = spawn(*worker)
        said += burst.communicate(timeout=120)[0].split()
        wait_for(lambda: len(came) == 41 + EVENTS, 120)
        wait_for(
            lambda: (
                rows("SELECT count(*) FROM webhooks_webhookdelivery WHERE state = 'succeeded'")
                == [(41 + EVENTS,)]
            ),
            60,
        )
        assert said.pop(0) not in said
        counted = Counter(call.headers["webhook-id"] for call in receiver.calls)
        assert set(counted) == set(said), "none is lost and none made up"
        # Only what was being sent at the moment of a kill can come twice, under the same id.
        assert sum(counted.values()) - len(counted) <= 2 * 8
        for call in receiver.calls:
            Webhook(secret).verify(call.body, call.headers)
        assert rows("SELECT count(*) FROM kernel_eventhandling WHERE state <> 'done'") == [(0,)]
        positions = [row[0] for row in rows("SELECT position FROM kernel_event ORDER BY position")]
        assert positions == list(range(1, len(positions) + 1))
        # How long the first attempts took is a matter of the machine: tests/bench measures, a test does not judge.
        assert len(waits) == 40

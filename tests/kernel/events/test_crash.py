"""A relay that is killed, and a Valkey that is dead: nothing is lost, nothing is done twice."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from backend.kernel.events import relay, signals
from backend.kernel.ids import new_id
from tests.kernel.events.sample import bound, rows, say
from tests.kernel.events.sample import signals as waiting
from tests.kernel.events.test_relay import acted, effects

ROOT = Path(__file__).resolve().parents[3]


def start(schema: str) -> subprocess.Popen[str]:
    """A relay process on the test's own database."""
    return subprocess.Popen(
        [
            sys.executable,
            str(Path(__file__).with_name("relay_process.py")),
            settings.DATABASES["default"]["NAME"],
            schema,
        ],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.mark.slow
def test_relays_killed_in_the_middle_lose_nothing_and_repeat_nothing(live_tenant: Any) -> None:
    subjects = [new_id() for _ in range(7)]
    chance = random.Random(20261121)
    with effects():
        said = [say(number, subjects[number % 7]) for number in range(400)]
        killed = 0
        for _ in range(3):
            process = start(live_tenant.schema)
            assert process.stdout is not None
            for _line in range(chance.randint(20, 70)):
                assert process.stdout.readline() == "acting\n"
            time.sleep(chance.uniform(0, 0.01))
            os.kill(process.pid, signal.SIGKILL)
            assert process.wait(10) == -signal.SIGKILL
            process.stdout.close()
            killed += 1
            assert 0 < len(acted()) < 400
            assert waiting() >= 1, "what is left is not signalled"
        last = start(live_tenant.schema)
        output, _ = last.communicate(timeout=120)
        assert last.returncode == 0
        assert output.endswith("finished\n")
        done = acted()
        assert Counter(done) == Counter(said), "each event acted once"
        numbers = dict(rows("SELECT id, seq FROM kernel_event"))
        for remainder in range(7):
            chain = [numbers[event] for event in done if event in set(said[remainder::7])]
            assert chain == sorted(chain), "the order of a subject"
    assert [row[0] for row in rows("SELECT position FROM kernel_event ORDER BY 1")] == list(range(1, 401))
    assert killed == 3
    with bound("test.killed", lambda event: pytest.fail("done already")):
        relay.run()
    assert waiting() == 0


@pytest.fixture
def dead_valkey(monkeypatch: pytest.MonkeyPatch) -> None:
    """An address where nobody answers."""
    monkeypatch.setattr(settings, "REDIS_URL", "redis://127.0.0.1:1")
    monkeypatch.setattr(signals, "_client", None)
    monkeypatch.setattr(signals, "_resting_until", 0.0)


@pytest.mark.usefixtures("dead_valkey")
def test_a_dead_valkey_costs_a_request_nothing_and_loses_nothing(live_tenant: Any) -> None:
    seen: list[int] = []
    began = time.monotonic()
    for number in range(20):
        say(number)
    assert time.monotonic() - began < 2.0
    assert waiting() == 20
    with bound("test.dark", lambda event: seen.append(event.payload["number"])):
        relay.run()
    assert seen == list(range(20))


def test_a_business_is_woken_once_until_its_relay_starts(live_tenant: Any) -> None:
    from celery import current_app

    sent: list[str] = []

    class Note:
        def apply_async(self, **_: Any) -> None:
            sent.append("relay")

    assert current_app.main == "guildhall"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(signals, "import_string", lambda _path: Note())
        for number in range(5):
            say(number)
        assert sent == ["relay"]
        relay.dispatch()
        signals.awake("events")
        say(6)
        assert sent == ["relay", "relay"]


def test_the_sweep_wakes_who_has_work_and_nobody_else(live_tenant: Any, make_tenant: Any) -> None:
    from backend.kernel.tenancy import PUBLIC, current, tenant_context

    idle = make_tenant()
    woken: list[str] = []

    class Note:
        def apply_async(self, **_: Any) -> None:
            woken.append(current().schema)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(signals, "_tried", lambda *_: True)  # Valkey has nobody waking yet.
        patch.setattr(signals, "import_string", lambda _path: Note())
        say(1)
        woken.clear()
        with tenant_context(PUBLIC):
            signals.sweep()
        assert live_tenant.schema in woken
        assert idle.schema not in woken
        relay.run()
        woken.clear()
        with tenant_context(PUBLIC):
            signals.sweep()
        assert live_tenant.schema not in woken

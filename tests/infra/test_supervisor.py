"""The supervisor: readiness, restarts, an orderly stop, and the end of those who will not stop."""

from __future__ import annotations

import asyncio
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from infra.dev import oskit, ports
from infra.dev.children import Child
from infra.dev.console import Problem
from infra.dev.layout import Local
from infra.dev.services import Services
from infra.dev.state import ProcessState, State, end_leftovers
from infra.dev.supervisor import Supervisor, reason


def python(name: str, program: str, **fields: Any) -> Child:
    """A child that runs a few lines of Python."""
    fields.setdefault("ready_line", re.compile("^ready$"))
    return Child(name, (sys.executable, "-uc", program), "green", **fields)


GOOD = "import signal, sys, time\nprint('ready')\nsignal.signal(signal.SIGTERM, lambda *_: sys.exit(0))\ntime.sleep(60)"
STUBBORN = (
    "import signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\nprint('ready')\ntime.sleep(60)"
)


@pytest.fixture
def supervisor(local: Local, monkeypatch: pytest.MonkeyPatch) -> Supervisor:
    monkeypatch.setenv("DATABASE_URL", "postgresql://nowhere/x")
    monkeypatch.setenv("REDIS_URL", "redis://nowhere")
    return Supervisor(local, Services(local), {"api": "http://127.0.0.1:1"})


def state_of(local: Local) -> State:
    found = State.read(local.state_file)
    assert found is not None
    return found


async def until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < deadline, "that never came about"
        await asyncio.sleep(0.02)


def test_ready_restart_and_stop(
    supervisor: Supervisor, local: Local, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    grandchild = tmp_path / "grandchild"
    parent = (
        "import subprocess, sys\n"
        "p = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        f"open({str(grandchild)!r}, 'w').write(str(p.pid))\n" + GOOD
    )

    async def scenario() -> None:
        await supervisor.start([python("one", GOOD), python("two", parent)], {})
        before = state_of(local)
        assert before.ready
        assert {name: process.state for name, process in before.processes.items()} == {
            "one": "ready",
            "two": "ready",
        }
        assert before.addresses == {"api": "http://127.0.0.1:1"}
        first = before.processes["one"].pid
        oskit.send(first, signal.SIGKILL)
        await until(lambda: state_of(local).processes["one"].restarts == 1)
        await until(lambda: state_of(local).processes["one"].state == "ready")
        after = state_of(local).processes
        assert after["one"].pid != first
        assert after["two"].restarts == 0
        pids = [process.pid for process in after.values()] + [int(grandchild.read_text())]
        await supervisor.stop()
        assert [pid for pid in pids if oskit.is_alive(pid)] == []
        assert State.read(local.state_file) is None

    asyncio.run(scenario())
    said = capsys.readouterr().out
    assert "one       │ ready" in said
    assert "was killed by SIGKILL; it is started again in 0.5 s" in said
    assert "did not stop" not in said
    assert "\033[" not in said


def test_a_process_that_dies_is_started_again_though_what_it_started_lives(
    supervisor: Supervisor, local: Local, tmp_path: Path
) -> None:
    """The grandchild holds the pipe of its parent open, and ends with it all the same."""
    pids = tmp_path / "pids"
    program = (
        "import subprocess, sys\n"
        "p = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        f"open({str(pids)!r}, 'a').write(f'{{p.pid}} ')\n" + GOOD
    )

    async def scenario() -> None:
        await supervisor.start([python("parent", program)], {})
        oskit.send(state_of(local).processes["parent"].pid, signal.SIGKILL)
        await until(lambda: state_of(local).processes["parent"].restarts == 1)
        await until(lambda: state_of(local).processes["parent"].state == "ready")
        first, second = (int(pid) for pid in pids.read_text().split())
        await until(lambda: not oskit.is_alive(first))
        assert oskit.is_alive(second)
        await supervisor.stop()
        assert not oskit.is_alive(second)

    asyncio.run(scenario())


def test_stop_goes_by_waves_and_insists(supervisor: Supervisor, tmp_path: Path) -> None:
    order = tmp_path / "order"
    program = (
        "import signal, sys, time\nprint('ready')\n"
        "def end(*_):\n    open({order!r}, 'a').write({name!r} + ' ')\n    sys.exit(0)\n"
        "signal.signal(signal.SIGTERM, end)\ntime.sleep(60)"
    )
    named = [
        python(name, program.format(order=str(order), name=name), wave=wave)
        for name, wave in (("last", 2), ("first", 0), ("middle", 1))
    ]

    async def scenario() -> float:
        await supervisor.start([*named, python("stubborn", STUBBORN, stop_seconds=0.5)], {})
        pid = supervisor.state.processes["stubborn"].pid
        began = time.monotonic()
        await supervisor.stop()
        assert not oskit.is_alive(pid)
        return time.monotonic() - began

    assert asyncio.run(scenario()) < 5
    assert order.read_text().split() == ["first", "middle", "last"]


def test_kill_is_at_once(supervisor: Supervisor) -> None:
    async def scenario() -> float:
        await supervisor.start([python("stubborn", STUBBORN, stop_seconds=60.0)], {})
        pid = supervisor.state.processes["stubborn"].pid
        stopping = asyncio.create_task(supervisor.stop())
        await asyncio.sleep(0.2)
        stopping.cancel()
        began = time.monotonic()
        await supervisor.kill()
        await until(lambda: not oskit.is_alive(pid))
        return time.monotonic() - began

    assert asyncio.run(scenario()) < 3


def test_what_does_not_start_is_told_with_its_last_words(supervisor: Supervisor) -> None:
    async def scenario() -> None:
        try:
            await supervisor.start([python("broken", "print('no such module: x'); raise SystemExit(3)")], {})
        finally:
            await supervisor.stop()

    with pytest.raises(
        Problem, match=r"broken does not start: it ended with status 3(?s:.)*no such module: x"
    ):
        asyncio.run(scenario())


def test_a_server_is_ready_when_it_answers(supervisor: Supervisor) -> None:
    port = ports.free_port()
    program = (
        "import socket, time\n"
        f"s = socket.create_server(('127.0.0.1', {port}))\n"
        "time.sleep(1)\n"
        "while True:\n    c = s.accept()[0]\n    c.recv(99)\n    c.sendall(b'HTTP/1.1 404 Not Found\\r\\n\\r\\n')\n"
        "    c.close()"
    )

    async def scenario() -> None:
        began = time.monotonic()
        await supervisor.start([python("server", program, port=port, ready_line=None)], {})
        # Its port was open a second before it answered.
        assert time.monotonic() - began >= 1
        assert ports.answers(port)
        await supervisor.stop()

    asyncio.run(scenario())


def test_a_very_long_line_goes_through(supervisor: Supervisor, capsys: pytest.CaptureFixture[str]) -> None:
    async def scenario() -> None:
        await supervisor.start([python("long", "print('x' * 300_000)\n" + GOOD)], {})
        await supervisor.stop()

    asyncio.run(scenario())
    assert "x" * 300_000 in capsys.readouterr().out


def test_leftovers_of_a_killed_supervisor_are_ended(local: Local) -> None:
    left = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], start_new_session=True)
    started = oskit.started_at(left.pid)
    assert started is not None
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    state = State(pid=dead.pid, started=started - 5)
    state.processes["api"] = ProcessState(left.pid, started, "ready")
    # A pid that was given to another program since.
    state.processes["worker"] = ProcessState(left.pid, started - 100, "ready")
    state.write(local.state_file)
    assert end_leftovers(local.state_file, keep=frozenset({"postgres"})) == ["api"]
    assert left.wait(5) == -signal.SIGTERM
    assert not local.state_file.exists()


@pytest.mark.parametrize(
    ("code", "words"),
    [(0, "ended with status 0"), (-9, "was killed by SIGKILL"), (-200, "was killed by signal 200")],
)
def test_reasons_in_words(code: int, words: str) -> None:
    assert reason(code) == words

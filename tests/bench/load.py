"""Servers to measure, and a closed-loop load: each of a few keep-alive connections sends its next call at once."""

from __future__ import annotations

import http.client
import itertools
import json
import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from infra.dev.layout import ROOT

CONNECTIONS = 4
WORKERS = 2
START_SECONDS = 60.0


class Failed(RuntimeError):
    """A call was not answered as it must be: rates of refusals say nothing."""


@dataclass(frozen=True)
class Rate:
    """What one slice measured: calls a second, and the server's CPU milliseconds a call."""

    a_second: float
    cpu_ms: float


@dataclass(frozen=True)
class Server:
    """A running granian."""

    port: int
    process: psutil.Process

    def cpu(self) -> float:
        """CPU seconds of the server and its workers, without the database's."""
        tree = [self.process, *self.process.children(recursive=True)]
        return sum(sum(one.cpu_times()[:2]) for one in tree)


@contextmanager
def served(target: str, environment: Mapping[str, str], log: Path) -> Iterator[Server]:
    """A granian with WORKERS workers on a free port, stopped at the end."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        str(Path(sys.executable).parent / "granian"),
        *("--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)),
        *("--workers", str(WORKERS), "--blocking-threads", "1", "--log-level", "warning"),
        target,
    ]
    with open(log, "ab") as output:
        child = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, **environment}, stdout=output, stderr=output
        )
    try:
        _wait(child, port, log)
        yield Server(port, psutil.Process(child.pid))
    finally:
        child.terminate()
        try:
            child.wait(10)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def _wait(child: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if child.poll() is not None:
            raise Failed(f"the server ended: see {log}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise Failed(f"the server did not answer in {START_SECONDS:.0f} s: see {log}")


@dataclass
class Call:
    """A request to repeat; `body` and `headers` are made anew for each, `answered` sees each answer."""

    server: Server
    method: str
    path: Callable[[], str]
    status: int
    headers: Callable[[], dict[str, str]]
    body: Callable[[], Any] | None = None
    answered: Callable[[Any], None] | None = None

    def send(self, connection: http.client.HTTPConnection) -> None:
        """One call. Raises Failed for an answer of another status."""
        payload = None if self.body is None else json.dumps(self.body()).encode()
        headers = {"Content-Type": "application/json", "Accept": "application/json", **self.headers()}
        connection.request(self.method, self.path(), payload, headers)
        reply = connection.getresponse()
        text = reply.read()
        if reply.status != self.status:
            raise Failed(f"{self.method} {self.path()}: {reply.status} {text[:500]!r}")
        if self.answered is not None:
            self.answered(json.loads(text))


def slice_of(call: Call, seconds: float) -> Rate:
    """Loads a server for a while over CONNECTIONS connections."""
    before = call.server.cpu()
    count, passed = _loop(
        lambda: http.client.HTTPConnection("127.0.0.1", call.server.port, timeout=30),
        call.send,
        seconds,
    )
    return Rate(count / passed, (call.server.cpu() - before) * 1000 / max(count, 1))


def slice_of_work(open_: Callable[[], Any], work: Callable[[Any], None], seconds: float) -> Rate:
    """The same for work that is no request: each thread opens its own means and repeats."""
    count, passed = _loop(open_, work, seconds)
    return Rate(count / passed, 0.0)


def _loop(open_: Callable[[], Any], work: Callable[[Any], None], seconds: float) -> tuple[int, float]:
    started = time.perf_counter()
    until = started + seconds

    def run(_index: int) -> int:
        count = 0
        with closing(open_()) as means:
            while time.perf_counter() < until:
                work(means)
                count += 1
        return count

    with ThreadPoolExecutor(CONNECTIONS) as pool:
        total = sum(pool.map(run, range(CONNECTIONS)))
    return total, time.perf_counter() - started


def interleaved(
    measures: Mapping[str, Callable[[float], Rate]], *, seconds: float, rounds: int
) -> dict[str, Rate]:
    """Runs the measures in turn, `rounds` times after one short warm-up each; gives each one's median."""
    for run in measures.values():
        run(min(seconds, 0.5))
    seen: dict[str, list[Rate]] = {name: [] for name in measures}
    for _round, (name, run) in itertools.product(range(rounds), measures.items()):
        seen[name].append(run(seconds))
    return {
        name: Rate(
            statistics.median(rate.a_second for rate in rates),
            statistics.median(rate.cpu_ms for rate in rates),
        )
        for name, rates in seen.items()
    }

"""Keeps processes running: starts them, reads their output, restarts what ends, and stops all in order."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import time
from collections import deque
from collections.abc import Callable

from infra.dev import console, oskit, ports
from infra.dev.children import Child, working_directory
from infra.dev.console import Problem
from infra.dev.layout import Local
from infra.dev.services import Service, Services
from infra.dev.state import ProcessState, State

FIRST_DELAY, LONGEST_DELAY = 0.5, 15.0
#: A process that ran this long had started well: its next restart is quick again.
SETTLED_SECONDS = 30.0
#: How often a process may end before it was ever ready, and how long that may take, until start-up is given up.
START_ATTEMPTS = 3
START_SECONDS = 90.0
MARGIN = 9


def reason(code: int) -> str:
    """An exit status in words."""
    if code >= 0:
        return f"ended with status {code}"
    try:
        return f"was killed by {signal.Signals(-code).name}"
    except ValueError:
        return f"was killed by signal {-code}"


class Supervised:
    """One child and its present process."""

    def __init__(self, child: Child, environment: dict[str, str], changed: Callable[[], None]) -> None:
        self.child = child
        self.ready = asyncio.Event()
        self.failed: str | None = None
        self.state = ProcessState(pid=0, started=0.0, state="stopped")
        self.last_lines: deque[str] = deque(maxlen=12)
        self._environment = {**environment, **child.environment}
        self._changed = changed
        self._stopping = False
        self._process: asyncio.subprocess.Process | None = None

    async def keep_running(self) -> None:
        """Run the child, and again whenever it ends, until it is stopped."""
        delay, failures = FIRST_DELAY, 0
        while not self._stopping:
            began = time.monotonic()
            code = await self._run_once()
            if self._stopping:
                return
            failures += 1
            if not self.ready.is_set() and failures >= START_ATTEMPTS:
                self.failed = f"{self.child.name} does not start: it {reason(code)}"
                self._enter("stopped")
                return
            if time.monotonic() - began > SETTLED_SECONDS:
                delay = FIRST_DELAY
            self._note(f"{reason(code)}; it is started again in {delay:g} s")
            self._enter("waiting")
            await asyncio.sleep(delay)
            delay = min(delay * 2, LONGEST_DELAY)
            self.state.restarts += 1

    async def stop(self) -> None:
        """Ask the process to finish, and insist when it takes longer than it may."""
        self._stopping = True
        process = self._process
        if process is None or process.returncode is not None:
            return
        self._enter("stopping")
        oskit.send(process.pid, signal.SIGTERM)
        try:
            await asyncio.wait_for(process.wait(), self.child.stop_seconds)
        except TimeoutError:
            self._note(f"did not stop within {self.child.stop_seconds:g} s; it is killed")
        # Also what the process started itself and left behind.
        self.kill()
        await process.wait()
        # A killed process is gone when the kernel has had time for it, which a loaded machine may not have at once.
        await asyncio.to_thread(oskit.wait_group_gone, process.pid, 10.0)
        self._enter("stopped")

    def kill(self) -> None:
        """End the process and all it started, at once."""
        self._stopping = True
        if self._process is not None:
            oskit.send(self._process.pid, signal.SIGKILL, group=True)

    async def _run_once(self) -> int:
        # A pipe of our own: to asyncio a process has ended only when all who hold its pipe have, and a grandchild
        # that outlives it would keep us from seeing its end.
        reading, writing = os.pipe()
        output = os.fdopen(reading, "rb", buffering=0)
        try:
            # A session of its own: Ctrl-C in the terminal reaches the supervisor alone, which stops in order.
            self._process = process = await asyncio.create_subprocess_exec(
                *self.child.command,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=writing,
                stderr=asyncio.subprocess.STDOUT,
                cwd=working_directory(),
                env=self._environment,
                start_new_session=True,
            )
        except BaseException:
            output.close()
            raise
        finally:
            os.close(writing)
        self.state.pid = process.pid
        self.state.started = oskit.started_at(process.pid) or time.time()
        self._enter("starting")
        stream = asyncio.StreamReader()
        transport, _ = await asyncio.get_running_loop().connect_read_pipe(
            lambda: asyncio.StreamReaderProtocol(stream), output
        )
        watch = asyncio.create_task(self._watch_ready())
        reader = asyncio.create_task(self._read(stream))
        try:
            code = await process.wait()
            # A grandchild may hold the pipe open after the process: its last words are worth a moment, not for ever.
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(asyncio.shield(reader), 1.0)
            return code
        finally:
            watch.cancel()
            reader.cancel()
            transport.close()
            oskit.send(process.pid, signal.SIGKILL, group=True)

    async def _watch_ready(self) -> None:
        port = self.child.port
        if port is None:
            if self.child.ready_line is None:
                self._become_ready()
            return
        # Another process opens the port: there is nothing to wait on but time.
        while not await asyncio.to_thread(ports.answers_http, port):  # noqa: ASYNC110
            await asyncio.sleep(0.1)
        self._become_ready()

    def _become_ready(self) -> None:
        self._enter("ready")
        self.ready.set()

    async def _read(self, stream: asyncio.StreamReader) -> None:
        rest = b""
        # Not readline(): it raises on a line longer than its buffer, and a traceback's line may be.
        while chunk := await stream.read(65536):
            *lines, rest = (rest + chunk).split(b"\n")
            for line in lines:
                self._line(line.decode(errors="replace").rstrip())
        if rest:
            self._line(rest.decode(errors="replace").rstrip())

    def _line(self, text: str) -> None:
        self.last_lines.append(text)
        if self.child.ready_line is not None and self.child.ready_line.search(text):
            self._become_ready()
        console.say(f"{console.styled(self.child.name.ljust(MARGIN) + ' │', self.child.colour)} {text}")

    def _note(self, text: str) -> None:
        console.say(f"{console.styled(self.child.name.ljust(MARGIN) + ' │', self.child.colour)} ● {text}")

    def _enter(self, state: str) -> None:
        self.state.state = state
        self._changed()


class Supervisor:
    """All processes of one run, and its state file."""

    def __init__(self, local: Local, services: Services, addresses: dict[str, str]) -> None:
        self._local = local
        self._services = services
        self._children: list[Supervised] = []
        self._tasks: list[asyncio.Task[None]] = []
        self._service_states: dict[str, ProcessState] = {}
        pid = os.getpid()
        self.state = State(pid=pid, started=oskit.started_at(pid) or time.time(), addresses=addresses)

    async def start_services(self) -> dict[str, str]:
        """Start the embedded services; answers the environment that leads to them."""
        # In a thread: a signal must be heard while the database recovers.
        await asyncio.to_thread(self._services.start)
        for service in self._services.embedded:
            self._service_states[service.name] = ProcessState(0, 0.0, "ready")
            self._saw(service)
            self._tasks.append(asyncio.create_task(self._watch(service)))
        environment = self._services.environment()
        self.state.environment = {name: environment[name] for name in ("DATABASE_URL", "REDIS_URL")}
        self._write()
        return environment

    async def start(self, children: list[Child], environment: dict[str, str]) -> None:
        """Start the children together and wait until each has been ready once.

        Raises Problem when one does not get there.
        """
        for child in children:
            supervised = Supervised(child, environment, self._write)
            self._children.append(supervised)
            self._tasks.append(asyncio.create_task(supervised.keep_running()))
        deadline = time.monotonic() + START_SECONDS
        while waiting := [each for each in self._children if not each.ready.is_set()]:
            late = time.monotonic() > deadline
            for each in waiting:
                if each.failed or late:
                    said = "\n".join(f"  {line}" for line in each.last_lines) or "  (nothing)"
                    failed = each.failed or f"{each.child.name} was not ready within {START_SECONDS:.0f} s"
                    raise Problem(
                        f"{failed}. Its last lines:\n{said}\nMend that and run `make run` again; data is kept."
                    )
            await asyncio.sleep(0.05)
        self.state.ready = True
        self._write()

    async def stop(self) -> None:
        """Stop everything in order: wave by wave, then the services."""
        for wave in sorted({each.child.wave for each in self._children}):
            await asyncio.gather(*(each.stop() for each in self._children if each.child.wave == wave))
        await self._finish(at_once=False)

    async def kill(self) -> None:
        """Stop everything now. Committed data is safe; running tasks are taken up again by the next run."""
        for each in self._children:
            each.kill()
        await self._finish(at_once=True)

    async def _finish(self, *, at_once: bool) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.to_thread(self._services.stop, at_once=at_once)
        self._local.state_file.unlink(missing_ok=True)

    async def _watch(self, service: Service) -> None:
        state = self._service_states[service.name]
        delay = FIRST_DELAY
        while True:
            await asyncio.sleep(0.5)
            if service.pid is not None:
                continue
            console.say(f"{service.name.ljust(MARGIN)} │ ● ended; it is started again in {delay:g} s")
            state.state = "waiting"
            self._write()
            await asyncio.sleep(delay)
            try:
                await asyncio.to_thread(service.start)
            except Problem as problem:
                console.complain(str(problem))
                delay = min(delay * 2, LONGEST_DELAY)
                continue
            delay = FIRST_DELAY
            state.restarts += 1
            state.state = "ready"
            self._saw(service)
            self._write()

    def _saw(self, service: Service) -> None:
        state = self._service_states[service.name]
        state.pid = service.pid or 0
        state.started = oskit.started_at(state.pid) or time.time()

    def _write(self) -> None:
        self.state.processes = {
            **self._service_states,
            **{each.child.name: each.state for each in self._children},
        }
        self.state.write(self._local.state_file)

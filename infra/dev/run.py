"""``make run``: from nothing to a running Guildhall with data, and down again on Ctrl-C."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any

from infra.dev import console, ports
from infra.dev.catalogues import compile_catalogues, outdated
from infra.dev.children import children, working_directory
from infra.dev.console import Problem, styled
from infra.dev.layout import Local, Lock, python_path
from infra.dev.manage_steps import MARK
from infra.dev.secrets import development_secrets
from infra.dev.services import Services
from infra.dev.state import State, end_leftovers
from infra.dev.supervisor import Supervisor

API_PORT, STREAM_PORT = 8000, 8001

#: What makes an empty database a Guildhall with five businesses; each does nothing where all is there.
STEPS = {
    "migrate_public": "The operator's schema is brought up to date",
    "build_template": "The template of a business is brought up to date",
    "migrate_all": "Every business's schema is brought up to date",
    "refill_pool": "Ready schemas are laid in store",
    "seed_demo": "The five demo businesses are there",
}


@dataclass(frozen=True)
class Options:
    """What of Guildhall to run. ``only`` names processes (all where empty); ``seed`` makes the demo businesses."""

    seed: bool = True
    only: frozenset[str] = field(default_factory=frozenset)


def run(local: Local, options: Options) -> int:
    """Run until stopped; answers the exit status: 0 after a clean stop, 1 after a problem, 130 when killed."""
    lock = Lock(local.lock_file)
    if not lock.try_exclusive():
        other = State.read(local.state_file)
        lock.release()
        where = f"process {other.pid}" if other else "another process"
        raise Problem(
            f"Guildhall already runs from {local.path} ({where}): use that one, stop it with Ctrl-C in its terminal "
            "or with `python -m infra.dev down`, or set GUILDHALL_LOCAL_DIR to a second folder."
        )
    try:
        return asyncio.run(_Run(local, options).until_stopped())
    finally:
        lock.release()


def number(variable: str, default: int) -> int:
    """A positive whole number from the environment. Raises Problem when it is none."""
    text = os.environ.get(variable, "").strip() or str(default)
    if not text.isdigit() or int(text) == 0:
        raise Problem(f"{variable} is {text!r}: give a whole number from 1 up.")
    return int(text)


#: What the bot must know of the business that it serves (see bot/config.py).
BOT = ("GUILDHALL_TENANT", "GUILDHALL_BOT_CLIENT_ID", "GUILDHALL_BOT_SECRET")


class _Run:
    def __init__(self, local: Local, options: Options) -> None:
        self._local = local
        self._options = options
        self._asked = 0
        self._wake = asyncio.Event()

    async def until_stopped(self) -> int:
        ended = end_leftovers(self._local.state_file, keep=frozenset({"postgres", "valkey"}))
        if ended:
            console.say(f"● An earlier run was killed and had left behind {', '.join(ended)}: ended now.")
        self._api_port = ports.chosen_port("API_PORT", API_PORT, "API")
        self._stream_port = ports.chosen_port("STREAM_PORT", STREAM_PORT, "live stream")
        api, stream = (f"http://{ports.LOOPBACK}:{port}" for port in (self._api_port, self._stream_port))
        addresses = {
            "api": api,
            "stream": stream,
            "docs": f"{api}/api/docs",
            "redoc": f"{api}/api/redoc",
            "openapi": f"{api}/api/v1/openapi.json",
        }
        self._supervisor = Supervisor(self._local, Services(self._local), addresses)
        loop = asyncio.get_running_loop()
        for signum in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(signum, self._ask_to_stop)
        status = 0
        try:
            if await self._unless_stopped(self._start()):
                await self._wake.wait()
        except Problem as problem:
            console.complain(str(problem))
            status = 1
        return await self._shut_down() or status

    def _ask_to_stop(self) -> None:
        self._asked += 1
        self._wake.set()

    async def _unless_stopped(self, work: Coroutine[Any, Any, None]) -> bool:
        """Do ``work``, unless we are asked to stop meanwhile; answers whether it was done."""
        task = asyncio.create_task(work)
        waiting = asyncio.create_task(self._wake.wait())
        await asyncio.wait({task, waiting}, return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        if task.done():
            task.result()
            return True
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        return False

    async def _shut_down(self) -> int:
        already = self._asked
        console.say()
        stopping = asyncio.create_task(self._supervisor.stop())
        with console.step("Everything stops (Ctrl-C again kills)"):
            while not stopping.done():
                self._wake.clear()
                waiting = asyncio.create_task(self._wake.wait())
                await asyncio.wait({stopping, waiting}, return_when=asyncio.FIRST_COMPLETED)
                waiting.cancel()
                if self._asked > already and not stopping.done():
                    stopping.cancel()
                    await asyncio.gather(stopping, return_exceptions=True)
                    await self._supervisor.kill()
                    return 130
            stopping.result()
        return 0

    async def _start(self) -> None:
        environment = {
            **os.environ,
            **development_secrets(self._local),
            "GUILDHALL_LOCAL_DIR": str(self._local.path),
            "API_PORT": str(self._api_port),
            "STREAM_PORT": str(self._stream_port),
            "PYTHONUNBUFFERED": "1",
            # Everything is imported from the repository, wherever the command was called from.
            "PYTHONPATH": python_path(),
        }
        if os.getuid() == 0:
            # Celery's warning is for servers; containers of developers run as root.
            environment["PYTHONWARNINGS"] = "ignore:You're running the worker with superuser privileges"
        environment |= await self._supervisor.start_services()
        await self._bootstrap(environment)
        found = [
            child
            for child in children(
                self._local,
                api_port=self._api_port,
                stream_port=self._stream_port,
                api_workers=number("API_WORKERS", 2),
                api_threads=number("API_THREADS", 2),
                bot=bot_environment(self._local, self._supervisor.state.addresses["api"]),
            )
            if not self._options.only or child.name in self._options.only
        ]
        with console.step(f"{', '.join(child.name for child in found)} start"):
            await self._supervisor.start(found, environment)
        banner(self._local, self._supervisor.state.addresses)

    async def _bootstrap(self, environment: dict[str, str]) -> None:
        if number := len(outdated()):
            with console.step(f"{number} translation catalogues are compiled"):
                await asyncio.to_thread(compile_catalogues)
        names = [name for name in STEPS if name != "seed_demo" or self._options.seed]
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "infra.dev.manage_steps", *names),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            cwd=working_directory(),
            env=environment,
            start_new_session=True,
            limit=2**20,
        )
        try:
            await self._follow(process)
        finally:
            if process.returncode is None:
                process.terminate()
                await process.wait()

    async def _follow(self, process: asyncio.subprocess.Process) -> None:
        """Show the steps of a bootstrap process, and what their commands print."""
        output = process.stdout
        assert output is not None
        said: list[str] = []

        async def until(mark: str) -> str | None:
            async for raw in output:
                line = raw.decode(errors="replace").rstrip()
                if line.startswith(MARK + "missing "):
                    console.say(
                        f"{styled('!', 'yellow')} there is no command {line.split()[-1]}: that step is left out"
                    )
                elif line.startswith(MARK + mark):
                    return line.split()[-1]
                elif line:
                    said.append(line)
                    console.say(styled(f"    {line}", "dim"))
            return None

        async def failure() -> None:
            """Raise what the process died of; nothing when it ended well."""
            if await process.wait():
                last = said[-1].strip() if said else "nothing was said"
                raise Problem(
                    f"The database could not be prepared: {last}. Mend what the lines above tell and try again."
                )

        with console.step("Django loads"):
            if (name := await until("begin ")) is None:
                await failure()
        while name is not None:
            with console.step(STEPS[name]):
                if await until("end ") is None:
                    await failure()
            name = await until("begin ")
        await failure()


def bot_environment(local: Local, api: str) -> dict[str, str] | None:
    """What the bot needs to know, where ``TELEGRAM_BOT_TOKEN`` is set; None otherwise.

    Without ``GUILDHALL_TENANT`` it serves the first demo business; what the environment says goes before the
    demo's credentials. Raises Problem where there are none.
    """
    if not os.environ.get("TELEGRAM_BOT_TOKEN", "").strip():
        return None
    # It shall be gone before the supervisor insists.
    found = {"GUILDHALL_API": api, "BOT_STOP_SECONDS": "5"}
    wanted = os.environ.get("GUILDHALL_TENANT", "").strip()
    logins = json.loads(local.demo_logins.read_text()) if local.demo_logins.exists() else {"businesses": []}
    for business in logins["businesses"]:
        if business["slug"] == wanted or not wanted:
            found |= {
                "GUILDHALL_TENANT": business["slug"],
                "GUILDHALL_BOT_CLIENT_ID": business["bot"]["client_id"],
                "GUILDHALL_BOT_SECRET": business["bot"]["secret"],
            }
            break
    found |= {name: value for name in BOT if (value := os.environ.get(name, "").strip())}
    if missing := [name for name in BOT if name not in found]:
        raise Problem(
            f"TELEGRAM_BOT_TOKEN is set, but not {', '.join(missing)}: set them to the business that the bot serves "
            "and to its service account, or unset TELEGRAM_BOT_TOKEN to run without the bot."
        )
    return found


def banner(local: Local, addresses: dict[str, str]) -> None:
    """Say that all is up: the addresses, and who may sign in where."""
    rows = [
        ("API", f"{addresses['api']}/api/v1/"),
        ("Swagger UI", addresses["docs"]),
        ("Redoc", addresses["redoc"]),
        ("Document", addresses["openapi"]),
        ("Live stream", f"{addresses['stream']}/api/v1/stream"),
    ]
    console.say()
    console.say(styled("  Guildhall is up.", "bold", "green"))
    console.say()
    for name, address in rows:
        console.say(f"  {name:<12} {styled(address, 'cyan')}")
    if local.demo_logins.exists():
        console.say()
        for line in login_lines(json.loads(local.demo_logins.read_text())):
            console.say("  " + line)
    console.say()
    console.say(f"  {styled('Next:', 'bold')} `make demo` in another terminal. Ctrl-C stops everything.")
    console.say()


def login_lines(logins: Any) -> list[str]:
    """The demo logins as lines: one block a business, one line a person. All have the same password."""
    lines = [f"Everybody's password is {styled(logins['password'], 'bold')}"]
    for business in logins["businesses"]:
        lines.append("")
        lines.append(f"{styled(business['name'], 'bold')} ({business['pack']}), X-Tenant: {business['slug']}")
        lines += [f"  {person['role']:<16} {person['email']}" for person in business["staff"]]
    operator = logins.get("operator") or {}
    if operator.get("email"):
        lines += [
            "",
            f"{styled('The operator', 'bold')}, on the platform's host",
            f"  {'operator':<16} {operator['email']}",
        ]
    return lines

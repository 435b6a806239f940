"""A whole Guildhall for the clients: a database of its own with a demo business, the API, the stream, a relay."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import redis
from django.conf import settings

from guildhall import Guildhall
from infra.dev.layout import ROOT, python_path
from infra.dev.ports import LOOPBACK, answers, free_port
from tests.support import databases

VALKEY_DATABASE = 8
"""One that no other test uses."""

SEED = """
import json, sys
import django
django.setup()
from backend.core.accounts import facade as accounts
from backend.packs import demo, reading
from backend.platform.tenants import facade as tenants
from backend.platform.tenants.bootstrap import prepare_database
prepare_database()  # A copy has not its template's rights on the database itself.
demo.ORDER = ("translation",)
logins = demo.seed_demo(sys.argv[1], sys.argv[2], lambda line: None)
data, digest = reading.load("translation", "demo"), accounts.hash_password(sys.argv[1])
for slug in sys.argv[3:]:
    info = tenants.provision_tenant(pack="translation", **{**data["tenant"], "slug": slug}).info()
    demo.fill(info, data, digest, sys.argv[2])
print("LOGINS" + json.dumps(logins))
"""

RELAY = """
import time
import django
django.setup()
from backend.core.files.errors import AnalysisBusy
from backend.core.files.models import File
from backend.core.files.services import analyse_pending
from backend.kernel.events import relay
from backend.kernel.tenancy import tenant_context
from backend.platform.tenants.facade import list_tenants
tenants = list_tenants()
print("ready", flush=True)
while True:
    for tenant in tenants:
        with tenant_context(tenant):
            # What a worker does.
            for pk in list(File.objects.filter(state="analysing").values_list("pk", flat=True)[:5]):
                try:
                    analyse_pending(file_id=pk)
                except AnalysisBusy:
                    pass
            relay.run(1.0)
    time.sleep(0.1)
"""

PASSWORD = "a long demo password"
BOT_SECRET = "s" * 43
SPARE = {"python": "spare-python", "typescript": "spare-typescript"}
"""Businesses like the first, for what leaves them changed."""


@dataclass(frozen=True)
class Site:
    """Where the servers are, and who may sign in."""

    api: str
    stream: str
    slug: str
    staff: dict[str, str]
    """E-mail addresses by role."""
    bot: str
    """The client id of the business's bot."""
    operator: str
    password: str = PASSWORD
    bot_secret: str = BOT_SECRET


@contextlib.contextmanager
def running(worker: str, directory: Path) -> Iterator[Site]:
    """Starts everything on free ports and ends it."""
    before = settings.DATABASES["default"]["NAME"]
    broker = urlunsplit(urlsplit(settings.REDIS_URL)._replace(path=f"/{VALKEY_DATABASE}"))
    redis.Redis.from_url(broker).flushdb()
    with (
        databases.copied(databases.ensure_base(), f"{worker}_clients") as name,
        contextlib.ExitStack() as stack,
    ):
        base, _, query = os.environ["DATABASE_URL"].partition("?")
        environment = {
            **os.environ,
            "PYTHONPATH": python_path(),
            "DJANGO_SETTINGS_MODULE": "backend.config.settings",
            "DATABASE_URL": base.rpartition("/")[0] + f"/{name}" + (f"?{query}" if query else ""),
            "REDIS_URL": broker,
            "GUILDHALL_LOCAL_DIR": str(directory),
        }
        logins = seeded(environment)
        business = logins["businesses"][0]
        ports = {"api": free_port(), "stream": free_port()}
        stack.callback(databases.use, before)
        served = (
            ("wsgi", "backend.config.wsgi:application", ports["api"], ("--blocking-threads", "4")),
            ("asgi", "backend.config.stream:application", ports["stream"], ()),
        )
        processes = [
            stack.enter_context(
                process(
                    environment, "-m", "granian", "--interface", interface, "--host", LOOPBACK, "--port", str(port),
                    "--workers", "1", "--workers-kill-timeout", "5", "--log-level", "warning", *more, target,
                )
            )
            for interface, target, port, more in served
        ]  # fmt: skip
        stack.enter_context(process(environment, "-c", RELAY))
        wait(processes, list(ports.values()))
        yield Site(
            api=f"http://{LOOPBACK}:{ports['api']}",
            stream=f"http://{LOOPBACK}:{ports['stream']}",
            slug=business["slug"],
            staff={row["role"]: row["email"] for row in reversed(business["staff"])},
            bot=business["bot"]["client_id"],
            operator=logins["operator"]["email"],
        )


def seeded(environment: dict[str, str]) -> dict[str, Any]:
    """Makes the demo's translation centre and the operator; their logins."""
    done = subprocess.run(
        [sys.executable, "-c", SEED, PASSWORD, BOT_SECRET, *SPARE.values()],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-4000:]
    logins: dict[str, Any] = json.loads(done.stdout.rpartition("LOGINS")[2])
    return logins


@contextlib.contextmanager
def process(environment: dict[str, str], *command: str) -> Iterator[subprocess.Popen[bytes]]:
    """A Python process in a group of its own, ended with the block."""
    started = subprocess.Popen(
        [sys.executable, *command],
        cwd=ROOT,
        env=environment,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
    )
    try:
        yield started
    finally:
        if started.poll() is None:
            os.killpg(started.pid, signal.SIGTERM)
            try:
                started.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(started.pid, signal.SIGKILL)
                started.wait(5)


def wait(processes: list[subprocess.Popen[bytes]], ports: list[int], seconds: float = 60.0) -> None:
    """Returns when every port answers."""
    deadline = time.monotonic() + seconds
    while not all(answers(port) for port in ports):
        assert all(one.poll() is None for one in processes), "a server did not start: its words are above"
        assert time.monotonic() < deadline, "the servers did not start in time"
        time.sleep(0.1)


def signed_in(site: Site, role: str, **options: Any) -> Guildhall:
    """A client of a member of staff's, or of the operator's."""
    operator = role == "operator"
    api = Guildhall(
        site.api, tenant=None if operator else site.slug, language="en", stream_url=site.stream, **options
    )
    api.sign_in(site.operator if operator else site.staff[role], site.password)
    return api

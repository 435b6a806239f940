"""Locust's side of a run: `infra.dev.load` starts it with everything in the environment.

People of three kinds: desks (as many as the stage says), one who signs in again and again, and one who asks for the
reference, four times a second all the while, so that every figure has a measure of the same machine beside it.
"""

from __future__ import annotations

import json
import logging
import os
import random
import time
import uuid
from pathlib import Path
from typing import Any

import gevent
import psutil
from gevent.lock import Semaphore
from locust import FastHttpUser, LoadTestShape, between, constant_pacing, events
from locust.exception import StopUser

from tests.load import journeys
from tests.load.judge import judge
from tests.load.profile import load
from tests.load.record import Record, outcome_of, percentile

logger = logging.getLogger("guildhall.load")

PROFILE = load(os.environ["GUILDHALL_LOAD_PROFILE"]).scaled(
    float(os.environ.get("GUILDHALL_LOAD_TIMES", "1")), float(os.environ.get("GUILDHALL_LOAD_PEOPLE", "1"))
)
LOGINS = json.loads(Path(os.environ["GUILDHALL_LOAD_LOGINS"]).read_text(encoding="utf-8"))
SLUG = os.environ.get("GUILDHALL_LOAD_BUSINESS", "samarkand")
BUSINESS = next((one for one in LOGINS["businesses"] if one["slug"] == SLUG), None)
if BUSINESS is None:
    raise SystemExit(f"✗ {os.environ['GUILDHALL_LOAD_LOGINS']} names no business {SLUG!r}.")
EMAILS = {row["email"]: row["role"] for row in BUSINESS["staff"]}
DESKS = [email for email, role in EMAILS.items() if role in ("owner", "branch_manager", "staff")]
VISITOR = next((email for email, role in EMAILS.items() if role == "viewer"), None)
SERVERS = int(os.environ.get("GUILDHALL_LOAD_PID", "0"))
LEAST_OF_SERVICE = 2
"""People besides the desks."""

record = Record()
began = 0.0


def now() -> float:
    """Seconds since the run began, which it does when the first people are asked for."""
    return time.monotonic() - began if began else 0.0


class Account:
    """One login, shared by several desks as one machine is: its session, and what it knows."""

    def __init__(self, email: str) -> None:
        self.email = email
        self.token = ""
        self.desk = journeys.Desk()
        self._one = Semaphore()

    def renew(self, person: Person, spent: str) -> None:
        """A new session, once for all who found that the token was spent. Raises StopUser where it is refused."""
        with self._one:
            if self.token != spent:
                return
            answer = person.raw("POST", "/auth/tokens", "sign in", 201, json=credentials(self.email))
            if answer.status != 201:
                raise StopUser(f"{self.email} cannot sign in: {answer.status}")
            self.token = answer.json["access_token"]
            if not self.desk.branch:
                journeys.prepare(person.send, self.desk)


ACCOUNTS = [Account(email) for email in DESKS]
if not ACCOUNTS or VISITOR is None:
    raise SystemExit(f"✗ {SLUG} needs an owner, a manager or a clerk, and a viewer.")


def credentials(email: str) -> dict[str, str]:
    """The body of a sign-in."""
    return {"email": email, "password": LOGINS["password"]}


class Person(FastHttpUser):
    """Who sends requests, and notes them."""

    abstract = True
    connection_timeout = 30.0
    network_timeout = 60.0
    account: Account

    def raw(
        self,
        method: str,
        path: str,
        operation: str,
        expected: int,
        *,
        token: str = "",
        json: Any = None,
        file: tuple[str, bytes] | None = None,
        noted: bool = False,
    ) -> journeys.Answer:
        """One request. `noted`: it counts."""
        headers = {"X-Tenant": SLUG, "Accept": "application/json"}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        if method == "POST":
            headers["Idempotency-Key"] = uuid.uuid4().hex
        options: dict[str, Any] = {"json": json}
        if file is not None:
            headers["Content-Type"], body = journeys.multipart(file)
            options = {"data": body}
        stage = PROFILE.stage_at(now())
        started = time.perf_counter()
        with self.client.request(
            method, journeys.PREFIX + path, name=operation, headers=headers, catch_response=True, **options
        ) as answer:
            milliseconds = (time.perf_counter() - started) * 1000
            status = answer.status_code or 0
            outcome = outcome_of(status, expected)
            if outcome == "good":
                answer.success()
            else:
                answer.failure(f"{status}: {(answer.text or '')[:300]}")
            if noted and stage is not None:
                record.add(stage.name, operation, milliseconds, outcome=outcome)
            kind = answer.headers.get("Content-Type", "") if answer.headers else ""
            return journeys.Answer(status, answer.json() if "json" in kind else None)

    def send(
        self,
        method: str,
        path: str,
        *,
        operation: str,
        expected: int,
        json: Any = None,
        file: tuple[str, bytes] | None = None,
    ) -> journeys.Answer:
        """A `journeys.Sender`: one request of the account, again with a new session where the old one is spent."""
        token = self.account.token
        answer = self.raw(
            method,
            path,
            operation,
            expected,
            token=token,
            json=json,
            file=file,
            noted=bool(self.account.desk.branch),
        )
        if answer.status == 401:
            self.account.renew(self, token)
        return answer


class Desk(Person):
    """A person at a desk, who does what the profile's mix says."""

    weight = 1
    wait_time = between(*PROFILE.pause)

    def on_start(self) -> None:
        self.account = random.choice(ACCOUNTS)
        self.account.renew(self, "")

    def _does(self, name: str) -> None:
        journeys.JOURNEYS[name](self.send, self.account.desk)


def _task(name: str) -> Any:
    def does(person: Desk) -> None:
        person._does(name)

    does.__name__ = name
    return does


Desk.tasks = {_task(name): weight for name, weight in PROFILE.mix.items()}


class Visitor(Person):
    """Somebody who signs in every four seconds: under the 30 a minute that one address may."""

    fixed_count = 1
    wait_time = constant_pacing(4)

    def signs_in(self) -> None:
        """With an account that nobody else uses: a new session may end that account's oldest one."""
        self.raw("POST", "/auth/tokens", "POST /auth/tokens", 201, json=credentials(VISITOR), noted=True)

    tasks = [signs_in]


class Reference(Person):
    """The measure that all others are compared with."""

    fixed_count = 1
    wait_time = constant_pacing(0.25)

    def asks(self) -> None:
        """The least that the API answers."""
        self.raw("GET", journeys.REFERENCE, "reference", 200, noted=True)

    tasks = [asks]


class Stages(LoadTestShape):
    """The profile's stages, one after the other."""

    use_common_options = False

    def tick(self) -> tuple[int, float] | None:
        """How many people there are to be, and how many come a second; None: it is over."""
        stage = PROFILE.stage_at(now())
        return None if stage is None else (stage.users + LEAST_OF_SERVICE, stage.spawn_rate)


def _watch_memory() -> None:
    """Notes the resident memory of what `make run` runs, every two seconds; nothing where it runs elsewhere."""
    while True:
        stage = PROFILE.stage_at(now())
        if stage is None:
            return
        try:
            root = psutil.Process(SERVERS)
            tree = [root, *root.children(recursive=True)]
        except psutil.NoSuchProcess:
            logger.warning("what runs the servers has gone")
            return
        total = 0
        for process in tree:
            try:
                # PostgreSQL's processes share their buffers, which would count once for each of them.
                if not process.name().startswith("postgres"):
                    total += process.memory_info().rss
            except psutil.NoSuchProcess:
                continue
        record.memory[stage.name].append(total)
        gevent.sleep(2)


@events.test_start.add_listener
def _begin(environment: Any, **_: Any) -> None:
    global began
    began = time.monotonic()
    for stage in PROFILE.stages:
        record.seconds[stage.name] = stage.seconds
    if SERVERS:
        gevent.spawn(_watch_memory)


@events.quitting.add_listener
def _judge(environment: Any, **_: Any) -> None:
    """Says by the exit status whether the budgets hold; Locust ends with it."""
    environment.process_exit_code = 0 if all(one.holds for one in judge(PROFILE, record)) else 1


@events.quit.add_listener
def _report(exit_code: int, **_: Any) -> None:
    """After Locust's own tables, so that the verdict is what stands last."""
    say(f"\n{PROFILE.name}: {PROFILE.title}\n")
    say(
        f"  {'stage':<12} {'operation':<20} {'calls':>7} {'errors':>7} {'refused':>8} {'p50':>8} {'p95':>8} {'p99':>8}"
    )
    for stage in PROFILE.stages:
        for operation in sorted(record.calls.get(stage.name, {})):
            calls = record.of(stage.name, operation)
            figures = [
                f"{percentile(calls.times, one):8.0f}" if calls.times else f"{'':8}" for one in (50, 95, 99)
            ]
            say(
                f"  {stage.name:<12} {operation:<20} {calls.count:>7} {calls.errors:>7} {calls.refused:>8} "
                + " ".join(figures)
            )
        every = record.of(stage.name, "*")
        say(
            f"  {stage.name:<12} {len(every.times) / stage.seconds:.1f} good calls a second, {stage.users} people\n"
        )
    findings = judge(PROFILE, record)
    for finding in findings:
        say(finding.line())
    broken = [finding for finding in findings if not finding.holds]
    say(f"\n{'✗' if broken else '✓'} {len(findings) - len(broken)} of {len(findings)} budgets hold")


def say(text: str) -> None:
    """A line of the report."""
    print(text, flush=True)

"""What is measured, and against what."""

from __future__ import annotations

import cProfile
import io
import itertools
import json
import os
import pstats
import statistics
import subprocess
import sys
import time
import uuid
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import django
import psycopg
from psycopg import sql

from infra.dev.layout import ROOT
from tests.bench.load import (
    CONNECTIONS,
    WORKERS,
    Call,
    Rate,
    Server,
    interleaved,
    served,
    slice_of,
    slice_of_work,
)

PASSWORD = "a long bench password"
Say = Callable[[str], Any]


def run(say: Say, *, seconds: float, rounds: int, profile: bool, orders: int = 0) -> int:
    """Makes a database with a translation centre, measures everything, and drops it.

    With `orders` it measures growth: two centres, one with so many orders (see `growth`).
    """
    django.setup()
    from tests.support import databases

    base = databases.ensure_base()
    with databases.copied(base, "bench") as name, ExitStack() as stack:
        databases.use(name)
        from backend.platform.tenants.bootstrap import prepare_database

        prepare_database()  # A copy has not its template's rights on the database itself.
        if orders:
            from tests.bench import growth

            growth.measure(say, orders, seconds=seconds, rounds=rounds)
            return 0
        bench = Bench(say, name, seconds, rounds)
        if profile:
            bench.profile()
        else:
            bench.measure(stack)
    return 0


class Bench:
    """One run."""

    def __init__(self, say: Say, database: str, seconds: float, rounds: int) -> None:
        self.say, self.database, self.seconds, self.rounds = say, database, seconds, rounds
        load = os.getloadavg()[0]
        say(
            f"{os.cpu_count()} cores, load {load:.1f} before the start; {WORKERS} workers, "
            f"{CONNECTIONS} connections, medians of {rounds} slices of {seconds:g} s; "
            "a database without fsync. Ratios carry, figures do not.\n"
        )
        self.tenant_times()
        self.centre()

    def tenant_times(self) -> None:
        """Milliseconds to make a business: out of the pool, and a schema from the template."""
        from backend.platform.tenants import pool
        from backend.platform.tenants.services import provision_tenant

        def claim(pack: str) -> float:
            started = time.perf_counter()
            provision_tenant(slug=f"bench-{uuid.uuid4().hex[:8]}", name="Bench", pack=pack, currency="UZS")
            return (time.perf_counter() - started) * 1000

        def make() -> float:
            started = time.perf_counter()
            pool.make_schemas(1)
            return (time.perf_counter() - started) * 1000

        made = [make() for _ in range(2)]
        empty = [claim("translation") for _ in range(2)]
        pool.refill_pool({"empty": 2, "translation": 4})
        packed = [claim("translation") for _ in range(4)]
        self.say(
            f"tenant with the pack translation from the pool {statistics.median(packed):.0f} ms, "
            f"filled when it is made {min(empty):.0f} ms; "
            f"schema from the template {statistics.median(made):.0f} ms\n"
        )

    def centre(self) -> None:
        """A translation centre with its staff, customers, prices and books."""
        from backend.core.accounts import facade as accounts
        from backend.kernel.events import relay
        from backend.kernel.tenancy import tenant_context
        from backend.packs import reading
        from backend.packs.demo import fill
        from backend.platform.tenants.services import provision_tenant
        from tests.support.client import Api

        self.tenant = provision_tenant(
            slug=f"bench-{uuid.uuid4().hex[:8]}",
            name="Bench",
            pack="translation",
            currency="UZS",
            languages=("en", "uz", "ru"),
        ).info()
        with tenant_context(self.tenant):
            fill(
                self.tenant,
                reading.load("translation", "demo"),
                accounts.hash_password(PASSWORD),
                "s" * 43,
            )
            relay.run()
        self.api = Api(self.tenant)
        signed = self.api.post(
            "/auth/tokens", json={"email": "clerk@samarkand.example", "password": PASSWORD}
        )
        self.token = self.ok(signed, 201)["access_token"]
        self.api = self.api.signed_in(self.token)
        services = {row["code"]: row["id"] for row in self.ok(self.api.get("/services"))["data"]}
        methods = self.ok(self.api.get("/payment-methods"))["data"]
        self.cash = next(row["id"] for row in methods if row["code"] == "cash")
        self.customer = self.ok(self.api.get("/customers", query={"q": "Aziz"}))["data"][0]["id"]
        self.body = {
            "customer": self.customer,
            "branch": self.ok(self.api.get("/branches"))["data"][0]["id"],
            "lines": [
                {"service": services["translation"], "source": "en", "target": "uz", "pages": 3},
                {"service": services["certified_copy"], "copies": 2},
                {"service": services["apostille"]},
            ],
        }

    @staticmethod
    def ok(reply: Any, status: int = 200) -> Any:
        """The answer's body. Raises where it is a refusal."""
        if reply.status != status:
            raise RuntimeError(f"{reply!r}")
        return reply.json

    def create(self) -> Any:
        """An order, in this process."""
        return self.ok(
            self.api.post("/orders", json=self.body, headers={"Idempotency-Key": uuid.uuid4().hex}), 201
        )

    # -- rates ---------------------------------------------------------------------------------------

    def measure(self, stack: ExitStack) -> None:
        """All rates."""
        for _ in range(60):
            self.create()
        self.record()
        log = ROOT / ".local" / "test" / "logs" / "bench.log"
        bare_url = stack.enter_context(bare_database(self.database))
        bare = {"BENCH_BARE_URL": bare_url}
        facts = json.loads(
            subprocess.run(
                [sys.executable, "-m", "tests.bench.bare.prepare"],
                cwd=ROOT, env={**os.environ, **bare}, check=True, stdout=subprocess.PIPE,
            ).stdout
        )  # fmt: skip
        ours_url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{self.database}").geturl()
        ours = stack.enter_context(served("backend.config.wsgi:application", {"DATABASE_URL": ours_url}, log))
        theirs = stack.enter_context(served("tests.bench.bare.wsgi:application", bare, log))
        self.rates(ours, theirs, facts, log)

    def rates(self, ours: Server, theirs: Server, facts: dict[str, Any], log: Path) -> None:
        """Loads both servers in turn."""
        prefix = "/api/v1"
        made: list[str] = []
        known: list[str] = []
        paid = itertools.count()

        def headers() -> dict[str, str]:
            return {
                "Host": "testserver",
                "X-Tenant": self.tenant.slug,
                "Authorization": f"Bearer {self.token}",
            }

        def keyed() -> dict[str, str]:
            return {**headers(), "Idempotency-Key": uuid.uuid4().hex}

        def bare_headers() -> dict[str, str]:
            return {"Authorization": f"Bearer {facts['token']}"}

        bare_body = {
            "customer": facts["customer"],
            "comment": "three lines",
            "lines": [{"code": f"line-{n}", "quantity": n, "price": 10000} for n in (1, 2, 3)],
        }

        def payment() -> dict[str, Any]:
            return {
                "method": self.cash,
                "amount": {"amount": "100.00", "currency": self.tenant.currency},
                "customer": self.customer,
                "allocations": [{"order": made[next(paid) % len(made)]}],
            }

        def of(call: Call) -> Callable[[float], Rate]:
            return lambda seconds: slice_of(call, seconds)

        means, replay = self.replaying()
        create = Call(
            ours, "POST", lambda: prefix + "/orders", 201, keyed, lambda: self.body,
            lambda order: made.append(order["id"]),
        )  # fmt: skip
        measures = {
            "POST /orders": of(create),
            "its SQL alone, replayed": lambda seconds: slice_of_work(means, replay, seconds),
            "bare create (ORM, full)": of(
                Call(theirs, "POST", lambda: "/orders", 201, bare_headers, lambda: bare_body,
                     lambda order: known.append(order["id"]))
            ),
            "POST /payments": of(Call(ours, "POST", lambda: prefix + "/payments", 201, keyed, payment)),
            "GET /orders?limit=50": of(
                Call(ours, "GET", lambda: prefix + "/orders?limit=50&expand=customer", 200, headers)
            ),
            "bare list of 50": of(Call(theirs, "GET", lambda: "/orders", 200, bare_headers)),
            "GET /orders/{id}": of(Call(ours, "GET", lambda: f"{prefix}/orders/{made[0]}", 200, headers)),
            "bare retrieve": of(Call(theirs, "GET", lambda: f"/orders/{known[0]}", 200, bare_headers)),
            "GET /me": of(Call(ours, "GET", lambda: prefix + "/me", 200, headers)),
            "empty Django view": of(Call(theirs, "GET", lambda: "/empty", 200, bare_headers)),
        }  # fmt: skip
        seen = interleaved(measures, seconds=self.seconds, rounds=self.rounds)
        for name, rate in seen.items():
            self.say(f"{name:28} {rate.a_second:8.1f}/s {rate.cpu_ms:7.2f} ms CPU of the server\n")
        self.say("\nratio                                        seen   target\n")
        for name, reference, target in (
            ("POST /orders", "bare create (ORM, full)", "1.3"),
            ("POST /orders", "its SQL alone, replayed", "0.33 (moonshot)"),
            ("POST /payments", "bare create (ORM, full)", "1.5"),
            ("GET /orders?limit=50", "bare list of 50", "1.3"),
            ("GET /orders/{id}", "bare create (ORM, full)", "4"),
            ("GET /orders/{id}", "bare retrieve", "-"),
            ("GET /me", "empty Django view", "0.5"),
        ):
            ratio = seen[name].a_second / seen[reference].a_second
            self.say(f"{name:20} / {reference:24} {ratio:6.2f}   {target}\n")

    # -- statements ----------------------------------------------------------------------------------

    def record(self) -> None:
        """Counts the statements of the main requests, and keeps an order's for its replay."""
        from tests.bench.replay import recorded

        order = self.create()["id"]
        payment = {
            "method": self.cash,
            "amount": {"amount": "100.00", "currency": self.tenant.currency},
            "customer": self.customer,
            "allocations": [{"order": order}],
        }
        counted = {
            "GET /orders?limit=50": lambda: self.ok(self.api.get("/orders", query={"limit": 50})),
            "GET /orders/{id}": lambda: self.ok(self.api.get(f"/orders/{order}")),
            "GET /me": lambda: self.ok(self.api.get("/me")),
            "POST /payments": lambda: self.ok(
                self.api.post("/payments", json=payment, headers={"Idempotency-Key": uuid.uuid4().hex}), 201
            ),
        }
        counts = {}
        for name, call in counted.items():
            call()
            with recorded() as seen:
                call()
            counts[name] = len(seen.statements)
        self.create()
        with recorded() as self.order_sql:
            self.order_number = self.create()["number"]
        counts["POST /orders"] = len(self.order_sql.statements)
        self.say("statements: " + ", ".join(f"{name} {count}" for name, count in counts.items()) + "\n")

    def replaying(self) -> Any:
        """An order's statements, with new ids, numbers and keys in each replay."""
        from tests.bench.replay import replayer

        def fresh(text: str) -> str | None:
            is_key = len(text) == 32 and all(letter in "0123456789abcdef" for letter in text)
            return uuid.uuid4().hex if is_key or text == self.order_number else None

        return replayer(self.tenant, self.order_sql, fresh)

    # -- profile -------------------------------------------------------------------------------------

    def profile(self) -> None:
        """Where the time of the two main requests goes, and the statements of an order."""
        for _ in range(60):
            self.create()
        self.record()
        for statement, _params, _fixed in self.order_sql.statements:
            self.say("  " + " ".join(statement.split())[:150] + "\n")
        for name, call, times in (
            ("POST /orders", self.create, 60),
            ("GET /orders?limit=50", lambda: self.api.get("/orders", query={"limit": 50}), 15),
        ):
            profiler = cProfile.Profile()
            profiler.enable()
            for _ in range(times):
                call()
            profiler.disable()
            out = io.StringIO()
            pstats.Stats(profiler, stream=out).sort_stats("tottime").print_stats(22)
            pstats.Stats(profiler, stream=out).sort_stats("cumulative").print_stats(60)
            self.say(f"\n{name}, {times} times\n{out.getvalue()}\n")


def bare_database(beside: str) -> Any:
    """A database for the reference, dropped at the end; gives its URL."""
    from contextlib import contextmanager

    from backend.platform.tenants.owner import owner_parameters

    name = f"{beside}_bare"

    @contextmanager
    def made() -> Any:
        server = psycopg.connect(**{**owner_parameters(), "dbname": "postgres"}, autocommit=True)
        drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        with server:
            server.execute(drop)
            server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
            try:
                yield urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
            finally:
                server.execute(drop)

    return made()

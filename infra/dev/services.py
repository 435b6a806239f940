"""PostgreSQL and Valkey together: what of them runs here, and the environment that leads to them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from infra.dev import console
from infra.dev.layout import Local, Lock
from infra.dev.postgres import Postgres, programs
from infra.dev.valkey import Valkey

Service = Postgres | Valkey


class Services:
    """The services of one local directory that are not provided from outside.

    ``DATABASE_URL`` and ``REDIS_URL`` in the environment replace the embedded PostgreSQL and Valkey.
    """

    def __init__(self, local: Local, *, throwaway: bool = False) -> None:
        self.local = local
        self.embedded: list[Service] = []
        self._outside: dict[str, str] = {}
        for variable, make in (
            ("DATABASE_URL", lambda: Postgres(local, throwaway=throwaway)),
            ("REDIS_URL", lambda: Valkey(local)),
        ):
            if url := os.environ.get(variable, "").strip():
                self._outside[variable] = url
            else:
                self.embedded.append(make())

    def start(self, *, quiet: bool = False) -> None:
        """Start what is embedded and wait until it answers.

        Raises Problem with the reason when one cannot start.
        """
        titles = {"postgres": "PostgreSQL 18", "valkey": "Valkey"}
        for service in self.embedded:
            if quiet:
                service.start()
            else:
                with console.step(f"{titles[service.name]} starts"):
                    service.start()

    def stop(self, *, at_once: bool = False) -> None:
        """Stop what is embedded, the database last."""
        for service in reversed(self.embedded):
            service.stop(at_once=at_once)

    def environment(self) -> dict[str, str]:
        """``DATABASE_URL``, ``REDIS_URL``, and a PATH on which ``pg_dump`` and ``psql`` fit the server."""
        found = dict(self._outside)
        for service in self.embedded:
            if isinstance(service, Postgres):
                found["DATABASE_URL"] = service.url()
                found["PATH"] = f"{programs()}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
            else:
                found["REDIS_URL"] = service.url()
        return found


@contextmanager
def shared_services(local: Local) -> Iterator[dict[str, str]]:
    """The services of ``local`` for as long as anybody uses them: the first comer starts them, the last one stops them.

    Test runs share one server this way, at the same time and one after the other. Yields the environment.
    """
    services = Services(local, throwaway=True)
    users = Lock(local.path / "users.lock")
    gate = Lock(local.path / "gate.lock")
    gate.exclusive()
    users.shared()
    try:
        services.start(quiet=True)
    finally:
        gate.release()
    try:
        yield services.environment()
    finally:
        # Under the gate nobody comes in between the question "am I the last?" and the stop.
        gate = Lock(local.path / "gate.lock")
        gate.exclusive()
        if users.try_exclusive():
            services.stop()
        users.release()
        gate.release()

"""A pytest plugin: where ``DATABASE_URL`` or ``REDIS_URL`` is not set, tests get embedded services of their own.

They live in ``.local/test``, apart from the data of ``make run``, tuned for data that nobody will miss. Runs at the
same time share the server; each needs database names of its own. The plugin is loaded before any settings are read.
"""

from __future__ import annotations

import os
from contextlib import ExitStack
from urllib.parse import urlsplit

import pytest
import redis

from infra.dev.layout import ROOT, Local
from infra.dev.secrets import development_secrets
from infra.dev.services import shared_services

_open = ExitStack()
#: Holds the embedded Valkey's address for the workers of pytest-xdist; empty where it comes from outside.
EMBEDDED = "GUILDHALL_TEST_VALKEY"


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """Start the services in the process that was called; workers of pytest-xdist inherit its environment."""
    if early_config.known_args_namespace.collectonly:
        return
    try:
        if "PYTEST_XDIST_WORKER" not in os.environ:
            _start()
        if os.environ.get(EMBEDDED):
            os.environ["REDIS_URL"] = _own_database(os.environ[EMBEDDED])
    except BaseException:
        # pytest does not come to its end after this: leave the services here.
        _open.close()
        raise


def _start() -> None:
    local = Local.at(os.environ.get("GUILDHALL_TEST_LOCAL") or ROOT / ".local" / "test")
    for name, value in development_secrets(local).items():
        os.environ.setdefault(name, value)
    os.environ.setdefault("GUILDHALL_ENV", "test")
    os.environ.setdefault("GUILDHALL_LOCAL_DIR", str(local.path))
    outside = os.environ.get("REDIS_URL", "").strip()
    found = _open.enter_context(shared_services(local))
    os.environ.update(found)
    os.environ[EMBEDDED] = "" if outside else found["REDIS_URL"]


def _own_database(url: str) -> str:
    """This process's own numbered database of the embedded Valkey, emptied.

    Counters of attempts, say, of one process must not refuse the tests of another.
    """
    with redis.Redis.from_url(url) as client:
        # Asked, not known: a server that runs since an earlier version of this file may have fewer.
        databases = int(client.config_get("databases")["databases"])
    own = urlsplit(url)._replace(path=f"/{os.getpid() % databases}").geturl()
    with redis.Redis.from_url(own) as client:
        client.flushdb()
    return own


def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave the services; whoever leaves last stops them."""
    _open.close()

"""A pytest plugin: where ``DATABASE_URL`` or ``REDIS_URL`` is not set, tests get embedded services of their own.

They live in ``.local/test``, apart from the data of ``make run``, tuned for data that nobody will miss. Runs at the
same time share the server; each needs database names of its own. The plugin is loaded before any settings are read.
"""

from __future__ import annotations

import os
from contextlib import ExitStack

import pytest

from infra.dev.layout import ROOT, Local
from infra.dev.secrets import development_secrets
from infra.dev.services import shared_services

_open = ExitStack()


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """Start the services in the process that was called; workers of pytest-xdist inherit its environment."""
    if "PYTEST_XDIST_WORKER" in os.environ or early_config.known_args_namespace.collectonly:
        return
    local = Local.at(os.environ.get("GUILDHALL_TEST_LOCAL") or ROOT / ".local" / "test")
    for name, value in development_secrets(local).items():
        os.environ.setdefault(name, value)
    os.environ.setdefault("GUILDHALL_ENV", "test")
    os.environ.setdefault("GUILDHALL_LOCAL_DIR", str(local.path))
    os.environ.update(_open.enter_context(shared_services(local)))


def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave the services; whoever leaves last stops them."""
    _open.close()

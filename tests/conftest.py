"""Fixtures for tests of every domain. PostgreSQL and Valkey are real (`infra.dev.pytest_services`).

- `tenant`        the tenant "alpha", entered; the test runs in a transaction that is rolled back.
- `other_tenant`  the tenant "beta" (not entered): `with tenant_context(other_tenant): …`; rolled back too.
- `alpha`, `beta` the same two, neither entered and no transaction open: only for what writes nothing.
- `public`        the operator's schema, entered, in a transaction that is rolled back.
- `live_tenant`   a schema of its own with committed data, entered, dropped afterwards: for threads and commits.
- `make_tenant`   `make_tenant(slug=…, currency=…, …)` gives further live tenants, dropped afterwards.
- `api`           `api.get/post/patch/delete("/orders", json=…, token=…, headers=…, query=…)` for `tenant`;
                  the answer has `.status`, `.json`, `.headers`, `.body`, `.code` (of a refusal).
- `live_api`      the same for `live_tenant`.
- `api_for`       `api_for(tenant)` gives a client of any tenant; `api_for(None)` sends no X-Tenant.
- `run_parallel`  `run_parallel(fn, n)` runs `fn(0)…fn(n-1)` in threads with connections of their own.
- `commits`       `with commits(): …` runs the block's on_commit callbacks at its end, inside `tenant`.
- `queries`       `with queries() as seen: …` then `len(seen)`: the statements sent on the default connection.

Tests need no `django_db` mark. Without one of these fixtures no tenant is entered, and a query raises NoTenant.
Run: `python -m pytest tests/…` (add `-n 2` for two workers, each with a database of its own).
"""

from __future__ import annotations

import gc
import os
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import Any

import pytest

from tests.contract.watch import (  # noqa: F401 - pytest finds its hooks here
    pytest_configure,
    pytest_sessionfinish,
    pytest_sessionstart,
    pytest_terminal_summary,
)
from tests.support import databases
from tests.support.parallel import run_parallel as _run_parallel

LONG = (
    "tests/faults/",
    "tests/contract/test_fuzz",
    "tests/kernel/events/test_workers.py",
    "tests/bot/",
    "tests/kernel/events/test_crash.py",
    "tests/platform/",
    "tests/clients/",
)
"""Modules of minutes, longest first. Started last, they would leave one core idle at a run's end."""

TOGETHER = ("tests/faults", "tests/bot", "tests/clients")
"""Folders whose modules share servers: one worker takes the whole folder, and they end with it."""


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Hands out modules, and those folders as one."""
    if config.getvalue("dist") != "loadscope":
        return None
    from xdist.scheduler import LoadScopeScheduling

    class Folders(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            folder = next((folder for folder in TOGETHER if nodeid.startswith(f"{folder}/")), None)
            return folder or str(super()._split_scope(nodeid))

    return Folders(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts long modules first, and the others by how many tests they have."""
    counts = Counter(item.nodeid.partition("::")[0] for item in items)

    def rank(item: pytest.Item) -> tuple[int, int]:
        module = item.nodeid.partition("::")[0]
        place = next((n for n, prefix in enumerate(LONG) if module.startswith(prefix)), len(LONG))
        return place, -counts[module]

    items.sort(key=rank)


@pytest.fixture(scope="session")
def database(django_db_blocker: Any) -> Iterator[str]:
    """This worker's own database, made from the base."""
    from backend.platform.tenants.bootstrap import prepare_database

    django_db_blocker.unblock()
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    base = databases.ensure_base()
    with databases.copied(base, worker) as name:
        databases.use(name)
        prepare_database()  # A copy has not its template's rights on the database itself.
        # What is loaded by now stays: it need not be looked through for garbage again and again.
        gc.collect()
        gc.freeze()
        yield name
    django_db_blocker.restore()


@pytest.fixture(scope="session")
def django_db_setup(database: str) -> None:
    """pytest-django's own set-up is ours."""


def _provision(slug: str, **fields: Any) -> Any:
    from backend.platform.tenants.services import provision_tenant

    given: dict[str, Any] = {
        "name": slug.capitalize(),
        "country": "UZ",
        "currency": "UZS",
        "languages": ("en", "uz", "ru"),
        "timezone": "Asia/Samarkand",
    }
    return provision_tenant(slug=slug, **{**given, **fields}).info()


@pytest.fixture(scope="session")
def alpha(database: str) -> Any:
    """The tenant "alpha", not entered."""
    return _provision("alpha")


@pytest.fixture(scope="session")
def beta(database: str) -> Any:
    """The tenant "beta", not entered."""
    return _provision("beta")


@contextmanager
def _entered(tenant: Any) -> Iterator[Any]:
    from backend.kernel.tenancy import tenant_context

    with tenant_context(tenant):
        yield tenant


@pytest.fixture
def tenant(alpha: Any) -> Iterator[Any]:
    """The tenant "alpha", entered, in a transaction that is rolled back."""
    from backend.core.accounts import policy
    from tests.contract.undoing import undone

    with _entered(alpha), undone():
        yield alpha
        policy.forget()  # `commits` may have kept rules that are rolled back now.


@pytest.fixture
def other_tenant(beta: Any, tenant: Any) -> Any:
    """The tenant "beta"; what is written in it is rolled back with the test."""
    return beta


@pytest.fixture
def public(database: str) -> Iterator[Any]:
    """The operator's schema, entered, in a transaction that is rolled back."""
    from backend.core.accounts import policy
    from backend.kernel.tenancy import PUBLIC
    from tests.contract.undoing import undone

    with _entered(PUBLIC), undone():
        yield PUBLIC
        policy.forget()


@pytest.fixture
def make_tenant(database: str) -> Iterator[Callable[..., Any]]:
    """Makes live tenants; each is dropped at the end."""
    from django.db import connections

    from backend.platform.tenants.services import drop_tenant

    made: list[Any] = []

    def make(slug: str = "", **fields: Any) -> Any:
        info = _provision(slug or f"live-{uuid.uuid4().hex[:10]}", **fields)
        made.append(info)
        return info

    yield make
    connections.close_all()  # An open transaction of the test's would hold the drop.
    for info in made:
        drop_tenant(tenant_id=info.id)


@pytest.fixture
def live_tenant(make_tenant: Callable[..., Any]) -> Iterator[Any]:
    """A schema of its own with committed data, entered, dropped afterwards."""
    with _entered(make_tenant()) as info:
        yield info


@pytest.fixture
def api_for() -> Callable[..., Any]:
    """Makes clients: `api_for(tenant, token=None, host="testserver")`."""
    from tests.support.client import Api

    return Api


@pytest.fixture
def api(tenant: Any, api_for: Callable[..., Any]) -> Any:
    """A client of `tenant`."""
    return api_for(tenant)


@pytest.fixture
def live_api(live_tenant: Any, api_for: Callable[..., Any]) -> Any:
    """A client of `live_tenant`."""
    return api_for(live_tenant)


@pytest.fixture
def run_parallel() -> Callable[..., list[Any]]:
    """`run_parallel(fn, n)`; see `tests.support.parallel`."""
    return _run_parallel


@pytest.fixture
def commits() -> Callable[[], AbstractContextManager[Any]]:
    """Runs the callbacks of a block's commits at its end, where the test's own transaction never commits."""
    from django.test import TestCase

    return lambda: TestCase.captureOnCommitCallbacks(execute=True)


@pytest.fixture
def queries() -> Callable[[], AbstractContextManager[list[str]]]:
    """Collects the statements that the block sends on the default connection."""
    from django.db import connection

    @contextmanager
    def collect() -> Iterator[list[str]]:
        seen: list[str] = []

        def note(execute: Any, statement: str, params: Any, many: bool, context: Any) -> Any:
            seen.append(statement)
            return execute(statement, params, many, context)

        with ExitStack() as stack:
            stack.enter_context(connection.execute_wrapper(note))
            yield seen

    return collect
